import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { folderOf, negFile, tconf } from './sample.ts';

// Workers start slowly on a busy machine.
vi.setConfig({ testTimeout: 60_000, maxConcurrency: 3 });

const adapter = (neg: string): string => `
  export default {
    name: 'tiny', version: '1.0', dtypes: { float32: true, bool: true }, mutation: 'none',
    tensor: (data) => data, read: (t) => t,
    ops: { neg: (x) => {
      if (x.dtype === 'bool') throw new Error('no');
      ${neg}
      return { ...x, data: Array.from(x.data, (v) => -v) };
    } },
  };`;

let folder: ReturnType<typeof folderOf>;
beforeAll(() => {
  folder = folderOf({
    'fixtures/ops/neg.json': negFile(),
    'exits.mjs': adapter("console.log('about to exit'); process.exit(0);"),
    'hangs.ts': adapter('for (;;) {}'),
    'marks.mjs': adapter('globalThis.tconfRanHere = true;'),
  });
});
afterAll(() => folder.remove());
const at = (name: string): string => join(folder.path, name);
const run = (name: string, ...argv: readonly string[]) =>
  tconf('run', '--fixtures', at('fixtures'), '--adapter', at(name), '--out', at(`out-${name}`), ...argv);

describe.concurrent('a library in a worker', () => {
  test('that ends its process is a crash of the case, with what it wrote, and the rest is run', async () => {
    const { exit, out, err } = await run('exits.mjs', '--reporter', 'pretty,json');
    expect([exit, err]).toEqual([1, '']);
    expect(out).toContain('CRASH  ops/neg/flips-signs');
    expect(out).toContain('the process ended (exit 0)');
    expect(out).toContain('> about to exit');
    expect(out).toMatch(/2 cases: .*1 crashed/);
    const { cases } = JSON.parse(readFileSync(at('out-exits.mjs/results.json'), 'utf8'));
    expect(cases[0]).toMatchObject({ verdict: 'crash', output: 'about to exit\n' });
  });

  test('that hangs is a timeout of the case', async () => {
    const { exit, out } = await run('hangs.ts', '--timeout', '1500');
    expect(exit).toBe(1);
    expect(out).toContain('TIMEOUT  ops/neg/flips-signs');
    expect(out).toContain('no answer after 1500 ms');
  });

  test('leaves nothing in this process', async () => {
    expect((await run('marks.mjs', '--jobs', '2')).exit).toBe(0);
    expect(globalThis).not.toHaveProperty('tconfRanHere');
  });
});

test('with --inspect a library runs in this process, where a debugger is', async () => {
  expect((await run('marks.mjs', '--inspect')).exit).toBe(0);
  expect(globalThis).toHaveProperty('tconfRanHere', true);
});

test('with --jobs the reference runs in workers too', async () => {
  const { exit, out } = await tconf('run', '--fixtures', at('fixtures'), '--jobs', '1');
  expect(exit).toBe(0);
  expect(out).toContain('2 cases: 2 passed');
});

describe('options that make no sense are refused', () => {
  test.each<[string, RegExp, ...string[]]>([
    ['no workers', /'--jobs <n>' argument '0' is invalid.*whole number/, '--jobs', '0'],
    ['half a worker', /argument '1.5' is invalid/, '--jobs', '1.5'],
    ['a time of no length', /'--timeout <ms>' argument '-1' is invalid/, '--timeout=-1'],
    ['a debugger and workers', /'--inspect' cannot be used with option '--jobs/, '--inspect', '--jobs', '2'],
    ['a debugger and a command', /'--inspect' cannot be used with option '--command/, '--inspect', '--command', 'x'],
  ])('%s', async (_, message, ...argv) => {
    const { exit, err } = await tconf('run', ...argv);
    expect(exit).toBe(2);
    expect(err).toMatch(message);
  });
});
