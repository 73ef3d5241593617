import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { folderOf, negFile, tconf } from './sample.ts';

const adapter = (body = ''): string => `
  export default {
    name: 'tiny', version: '1.0', dtypes: { float32: true, bool: true }, mutation: 'none',
    tensor: (data) => data,
    read: (t) => t,
    ops: { neg: (x) => {
      if (x.dtype === 'bool') throw new Error('no');
      return { ...x, data: Array.from(x.data, (v) => -v) };
    } },
    ${body}
  };`;

// The first run loads the reference, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let folder: ReturnType<typeof folderOf>;
beforeAll(() => {
  folder = folderOf({
    'fixtures/ops/neg.json': negFile(),
    'wrong/ops/neg.json': negFile(-3),
    'broken/ops/neg.json': negFile().replace('"neg"', '"ngee"').replace('"flips-signs"', '"Flips"'),
    'tiny.mjs': adapter(),
    'typed.ts': `type T = unknown; const name: string = 'typed';${adapter('name,')}`.replace("name: 'tiny', ", ''),
    'throws.mjs': "throw new Error('no GPU here');",
    'syntax.ts': 'export default {',
    'empty.mjs': 'export const adapter = {};',
    'lacks.mjs': "export default { name: 'x', ops: {}, dtypes: {}, tensor: () => 0 };",
    'init.mjs': adapter("init: () => { throw new Error('backend is gone'); },"),
    'unsupported.mjs': adapter().replace('neg:', 'abs:'),
  });
});
afterAll(() => folder.remove());
const at = (name: string): string => join(folder.path, name);
const run = (...argv: readonly string[]) => tconf('run', '--fixtures', at('fixtures'), ...argv);

describe('a run', () => {
  test('of the reference passes, and exits 0', async () => {
    const { exit, out, err } = await run();
    expect([exit, err]).toEqual([0, '']);
    expect(out).toContain('2 cases: 2 passed');
  });

  test('with a failure exits 1, and says how the case is run again', async () => {
    const { exit, out } = await tconf(
      'run',
      '--fixtures',
      at('wrong'),
      '--adapter',
      at('tiny.mjs'),
      '--tolerance',
      'strict',
    );
    expect(exit).toBe(1);
    expect(out).toContain('FAIL  ops/neg/flips-signs  wrong_value');
    expect(out).toContain('neg.C1  Zeros change sign too.');
    expect(out).toContain(
      `rerun  npx tconf run ops/neg/flips-signs --adapter ${at('tiny.mjs')} --fixtures ${at('wrong')} --tolerance strict`,
    );
  });

  test('of chosen cases runs those', async () => {
    expect((await run('ops/neg/flips-signs')).out).toContain('1 case: 1 passed');
  });

  test('may be of a process', async () => {
    const script = `require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => {
      const { id, run } = JSON.parse(line);
      console.log(JSON.stringify({ id, ...(run ? { unsupported: { what: 'everything' } } : { name: 'a process' }) })); })`;
    writeFileSync(at('process.cjs'), script);
    const { exit, out } = await run('--command', `${process.execPath} ${at('process.cjs')}`);
    expect(exit).toBe(4);
    expect(out).toContain('2 cases: 2 unsupported');
  });

  test('in which nothing could run is not green', async () => {
    const { exit, out, err } = await run('--adapter', at('unsupported.mjs'));
    expect([exit, out.includes('2 unsupported')]).toEqual([4, true]);
    expect(err).toBe('no case passed: nothing of this could run, which says nothing of the library\n');
  });

  test('of which only a shard could run nothing is as it was', async () => {
    const { exit } = await run('--adapter', at('unsupported.mjs'), '--shard', '1/1');
    expect(exit).toBe(0);
  });
});

describe('results.json', () => {
  test('is written by the json reporter, alone or beside others', async () => {
    const { exit, out } = await run('--reporter', 'json', '--out', at('out'));
    expect([exit, out]).toEqual([0, '']);
    const results = JSON.parse(readFileSync(at('out/results.json'), 'utf8'));
    expect(results).toMatchObject({ suite: { cases: 2 }, adapter: { name: expect.any(String) }, totals: { pass: 2 } });
    expect((await run('--reporter', 'pretty,json', '--out', at('out'))).out).toContain('2 passed');
  });

  test('is not written without it', async () => {
    await run('--out', at('none'));
    expect(existsSync(at('none'))).toBe(false);
  });

  test('that cannot be written is a wrong call', async () => {
    const { exit, err } = await run('--reporter', 'json', '--out', at('tiny.mjs'));
    expect([exit, err]).toEqual([
      2,
      expect.stringMatching(/^tconf: cannot write to the folder .*tiny.mjs: .*tiny.mjs is no folder\n$/),
    ]);
  });
});

describe('an adapter file', () => {
  test.each(['tiny.mjs', 'typed.ts'])('%s loads', async (name) => {
    const { exit, out, err } = await run('--adapter', at(name));
    expect([exit, err, out.split('\n')[0]]).toEqual([0, '', expect.stringMatching(/^(tiny|typed) 1\.0/)]);
  });

  test.each<[string, number, RegExp]>([
    ['throws.mjs', 3, /^the adapter .*throws.mjs does not load: no GPU here$/],
    ['syntax.ts', 3, /^the adapter .*syntax.ts does not load: /],
    [
      'empty.mjs',
      3,
      /^the adapter .*empty.mjs has no adapter as its default export; expected export default defineAdapter/,
    ],
    ['lacks.mjs', 3, /^the adapter .*lacks.mjs lacks read \(a function\)$/],
    ['init.mjs', 3, /^the adapter .*init.mjs does not start: backend is gone$/],
    ['nowhere.ts', 2, /^no adapter file .*nowhere.ts; expected the path of a .ts or .js file$/],
  ])('%s ends in one line', async (name, code, line) => {
    const { exit, out, err } = await run('--adapter', at(name));
    expect([exit, out]).toEqual([code, '']);
    expect(err).toMatch(/^tconf: [^\n]*\n$/);
    expect(err.slice('tconf: '.length, -1)).toMatch(line);
  });

  test('that does not load shows its stack with --verbose', async () => {
    const { err } = await run('--adapter', at('throws.mjs'), '--verbose');
    expect(err).toMatch(/\nError: no GPU here\n {4}at /);
  });
});

describe('nothing runs', () => {
  test.each<[readonly string[], number, RegExp]>([
    [
      ['--adapter', 'refrence'],
      2,
      /^unknown adapter "refrence"; expected reference.* or a file; did you mean "reference"\?$/,
    ],
    [
      ['--reporter', 'prety'],
      2,
      /^unknown reporter "prety"; expected pretty, json.*, github; did you mean "pretty"\?$/,
    ],
    [['ops/nge'], 2, /^no case matches "ops\/nge"; did you mean "ops\/neg"\?$/],
    [['--command', 'exit 7'], 3, /^the command "exit 7": the process ended \(exit 7\)$/],
    [
      ['--fixtures', '/no/such/folder'],
      2,
      /^the fixtures have a fault; nothing was run\n {2}\/no\/such\/folder: no such file or folder; expected fixtures$/,
    ],
  ])('%j', async (argv, code, line) => {
    const { exit, out, err } = await run(...argv);
    expect([exit, out]).toEqual([code, '']);
    expect(err.slice('tconf: '.length, -1)).toMatch(line);
  });

  test('on a broken suite, whose faults are all listed', async () => {
    const { exit, err } = await tconf('run', '--fixtures', at('broken'));
    expect(exit).toBe(2);
    const lines = err.trimEnd().split('\n');
    expect(lines[0]).toBe('tconf: the fixtures have 2 faults; nothing was run');
    expect(lines[1]).toMatch(/neg.json: \/cases\/0\/id: expected kebab-case/);
    expect(lines).toHaveLength(3);
  });
});
