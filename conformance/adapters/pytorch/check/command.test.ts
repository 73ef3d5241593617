import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Terminal } from '../../../cli/terminal.ts';
import { processOf } from '../../../faults/processes.ts';
import { checkCommand } from './command.ts';

const s = (data: number) => ({ s: { dtype: 'int64', shape: [], data } });
const called = (id: string, more: object) => ({
  id,
  title: { en: id },
  rules: ['sum.C1'],
  inputs: { x: { dtype: 'int64', shape: [2], data: [1, 2] } },
  ops: [{ op: 'sum', in: ['x'], out: 's' }],
  expected: s(3),
  ...more,
});
const file = (...cases: object[]): string => JSON.stringify({ title: 'Sum', source: 'spec', cases });

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tconf-check-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A PyTorch of this version, to which every sum is the same number. */
const pytorch = (version: string, sum: number, name = 'pytorch'): string =>
  processOf(`
    if (m.start) return say({ name: '${name}', version: '${version}', features: ['errors.exact'] });
    if (m.stop) return process.exit(0);
    if (m.run.id.endsWith('/lacked')) return say({ unsupported: { what: 'op sum' } });
    say({ result: { s: { dtype: 'int64', shape: [], data: [${sum}] } } });`);

const listening = (said: { out: string; err: string }): Terminal => ({
  out: (text) => {
    said.out += text;
  },
  err: (text) => {
    said.err += text;
  },
  interactive: false,
});

const check = async (cases: readonly object[], ...argv: readonly string[]) => {
  const fixtures = join(folder, 'sum.json');
  writeFileSync(fixtures, file(...cases));
  const said = { out: '', err: '' };
  const exit = await checkCommand(['--fixtures', fixtures, ...argv], {}, listening(said));
  return { exit, ...said, last: said.out.trimEnd().split('\n').at(-1) };
};
const moved = called('moved', {
  earlier: [
    { until: '1.13.1', expected: s(1) },
    { until: '2.6.0', expected: s(2) },
  ],
});

describe('each version gives a line', () => {
  test('and is held to what it gave', async () => {
    const commands = ['1.13.0a0', '2.6.0+debian', '2.14.1'].flatMap((version, i) => [
      '--command',
      pytorch(version, i + 1),
    ]);
    expect(await check([moved], ...commands)).toMatchObject({
      exit: 0,
      out: `PyTorch 1.13.0a0: 1 case, 1 pass, 0 unsupported by since, 1 earlier used
PyTorch 2.6.0+debian: 1 case, 1 pass, 0 unsupported by since, 1 earlier used
PyTorch 2.14.1: 1 case, 1 pass, 0 unsupported by since, 0 earlier used
`,
    });
  });

  test('a version between two that are run gives what either gives', async () => {
    for (const [sum, earlier] of [
      [2, 1],
      [3, 0],
    ] as const)
      expect((await check([moved], '--command', pytorch('2.9.1', sum))).out).toBe(
        `PyTorch 2.9.1: 1 case, 1 pass, 0 unsupported by since, ${earlier} earlier used\n`,
      );
    expect((await check([moved], '--command', pytorch('2.9.1', 1))).exit).toBe(1);
  });

  test('and its results, where they are asked for', async () => {
    const out = join(folder, 'results');
    await check([moved], '--command', pytorch('2.6.0+debian', 2), '--reporter', 'json', '--out', out);
    const results = JSON.parse(readFileSync(join(out, '2.6.0+debian', 'results.json'), 'utf8'));
    expect(results.totals).toMatchObject({ pass: 1, fail: 0 });
    expect(results.adapter).toEqual({ name: 'pytorch', version: '2.6.0+debian' });
  });
});

describe('a fault is', () => {
  test('a case that does not pass, which is told', async () => {
    const { exit, out, last } = await check([moved], '--command', pytorch('2.14.1', 2));
    expect(exit).toBe(1);
    expect(out).toMatch(/^FAIL {2}.*\/sum\/moved {2}wrong_value\n/);
    expect(last).toBe('PyTorch 2.14.1: 1 case, 0 pass, 0 unsupported by since, 0 earlier used, 1 failed');
  });

  test('a case that is unsupported without a since', async () => {
    const { exit, out } = await check([called('lacked', {})], '--command', pytorch('1.13.1', 3));
    expect(exit).toBe(1);
    expect(out).toMatch(/^UNSUPPORTED {2}.*\/sum\/lacked\n/);
    expect(out).toContain('0 unsupported by since, 0 earlier used, 1 failed');
  });

  test('an earlier that its version does not need', async () => {
    const either = called('either', {
      expected: { s: { either: [s(2).s, s(3).s] } },
      earlier: [{ until: '2.6.0', expected: s(2) }],
    });
    const { exit, out } = await check([either], '--command', pytorch('2.6.0', 2));
    expect(exit).toBe(1);
    expect(out).toMatch(/\/sum\/either says what was until 2\.6\.0, but 2\.6\.0 gives what came after it too\n/);
    expect((await check([either], '--command', pytorch('1.13.1', 2))).exit).toBe(0);
  });
});

describe('a run that cannot be', () => {
  test.each<[string, readonly string[], number, RegExp]>([
    [
      'of a library that is no PyTorch',
      ['--command', pytorch('1', 3, 'numpy')],
      3,
      /is no PyTorch: it calls itself "numpy"/,
    ],
    ['of a command that does not start', ['--command', 'exit 7'], 3, /the process ended \(exit 7\)/],
    ['of no case', ['ops/sum', '--command', pytorch('2.14.1', 3)], 2, /ops\/sum/],
    ['with an unknown option', ['--commnad', 'x'], 2, /unknown option '--commnad'/],
  ])('%s is told in a line', async (_, argv, exit, message) => {
    const ended = await check([moved], ...argv);
    expect(ended.exit).toBe(exit);
    expect(ended.err).toMatch(message);
  });

  test('in a root that is none is told', async () => {
    const said = { out: '', err: '' };
    expect(await checkCommand([], { PYTORCH: join(folder, 'nowhere') }, listening(said))).toBe(3);
    expect(said.err).toMatch(/^check:pytorch: no folder .*nowhere; PYTORCH lists roots, with commas between\n$/);
    expect(await checkCommand(['--command', 'true'], { PYTORCH: folder }, listening(said))).toBe(3);
    expect(said.err).toContain(`no python3 with torch runs in the root ${folder}`);
  });
});
