import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { folderOf, tconf } from './sample.ts';

vi.setConfig({ testTimeout: 300_000 });

/** `neg`, and how it answers; the library has nothing else. */
const adapter = (neg: string): string => `
  const right = (x) => ({ ...x, data: Array.from(x.data, (v) => -v) });
  export default {
    name: 'tiny', dtypes: { float32: true }, mutation: 'none', tensor: (data) => data, read: (t) => t,
    ops: { neg: (x) => ${neg} },
  };`;

/** `add` of equal shapes alone, and what it does with others. */
const adding = (otherwise: string): string => `
  export default {
    name: 'adds', dtypes: { float32: true }, mutation: 'none', tensor: (data) => data, read: (t) => t,
    ops: {
      add: (a, b) => {
        if (String(a.shape) !== String(b.shape)) ${otherwise};
        return { ...a, data: Array.from(a.data, (v, i) => v + b.data[i]) };
      },
    },
  };`;

let folder: ReturnType<typeof folderOf>;
beforeAll(() => {
  folder = folderOf({
    'right.mjs': adapter('right(x)'),
    'wrong.mjs': adapter('x'),
    'add-dies.mjs': adding('process.exit(3)'),
    'add-raises.mjs': adding("throw new Error('unlike shapes')"),
    'dies.mjs': adapter('x.shape.length > 2 ? process.exit(3) : right(x)'),
  });
});
afterAll(() => folder.remove());
const at = (name: string): string => join(folder.path, name);
const fuzz = (library: string, ...argv: readonly string[]) =>
  tconf('fuzz', '--adapter', at(`${library}.mjs`), '--seed', '1', '--out', at(`out-${library}`), ...argv);

describe('tconf fuzz', () => {
  test('exits 0 if nothing differs, tells the seed, and writes nothing', async () => {
    const { exit, out } = await fuzz('right', '--inspect', '--runs', '256');
    expect([exit, out]).toEqual([0, expect.stringMatching(/seed 1\n$/)]);
    expect(out).toMatch(/256 programs: \d+ agree .* 0 differ by 0 causes/);
    expect(existsSync(at('out-right'))).toBe(false);
  });

  test('says of a law that needs more than the library has what is lacking, and does not count it as holding', async () => {
    const { out } = await fuzz('right', '--inspect', '--law', 'broadcasting/commutes');
    expect(out).toMatch(
      /1 law: 0 hold, 0 broken, 1 not applicable\n {7}1 {2}lacks op [\w.]+: broadcasting\/commutes\n/,
    );
  });

  test('exits 1 with a finding, in both languages, that tconf run replays', async () => {
    const { exit, out } = await fuzz('wrong', '--inspect', '--runs', '600');
    expect(exit).toBe(1);
    expect(out).toMatch(/FINDING {2}neg {2}wrong_value/);
    for (const part of ['Python', 'torch.tensor(', 'TypeScript', '.neg()', 'expected', 'got'])
      expect(out).toContain(part);
    const file = at('out-wrong/neg-wrong-value.json');
    expect(out).toContain(`written  ${file}`);
    const replayed = await tconf('run', '--inspect', '--adapter', at('wrong.mjs'), '--fixtures', file);
    expect(replayed.exit).toBe(1);
    expect((await tconf('run', '--fixtures', file)).exit).toBe(0);
  });

  test('finds what kills a worker, and goes on', async () => {
    const { exit, out } = await fuzz('dies', '--runs', '30', '--jobs', '1');
    expect(exit).toBe(1);
    expect(out).toMatch(/FINDING {2}neg {2}crash/);
    expect(readdirSync(at('out-dies'))).toEqual(['neg-crash.json']);
  });

  test.each([
    ['add-dies', 'crash'],
    ['add-raises', 'threw'],
  ])('writes for a law what can be replayed, where a library has no result: %s', async (library, reason) => {
    const { exit, out } = await fuzz(library, '--law', 'broadcasting/associates', '--runs', '40', '--jobs', '1');
    expect([exit, out]).toEqual([1, expect.stringMatching(`FINDING +broadcasting/associates +${reason}`)]);
    const file = at(`out-${library}/broadcasting-associates-${reason}.json`);
    expect((await tconf('run', '--adapter', at(`${library}.mjs`), '--fixtures', file)).exit).toBe(1);
    expect((await tconf('run', '--fixtures', file)).exit).toBe(0);
  });

  test('laws that are chosen share the time, and none is tried beyond it', async () => {
    const started = performance.now();
    const { exit, out } = await tconf('fuzz', '--law', 'broadcasting/*', '--time', '2s');
    expect([exit, out]).toEqual([0, expect.stringMatching(/(\d+) laws: \1 hold, 0 broken, 0 not applicable\n/)]);
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  test('keeps the folder of the reports of a configuration from findings', async () => {
    const elsewhere = folderOf({
      'tconf.config.json': '{ "adapter": "a.mjs", "out": "reports" }',
      'a.mjs': adapter('x'),
    });
    const before = process.cwd();
    process.chdir(elsewhere.path);
    try {
      const { exit, out } = await tconf('fuzz', '--runs', '100', '--seed', '1');
      expect([exit, out]).toEqual([1, expect.stringMatching(/written {2}fuzz-findings\/neg-wrong-value\.json\n/)]);
      expect(out).toMatch(
        /rerun +npx tconf run --fixtures fuzz-findings\/neg-wrong-value\.json --adapter \.\/a\.mjs\n/,
      );
    } finally {
      process.chdir(before);
      elsewhere.remove();
    }
  });

  test('the same seed gives the same text', async () => {
    const run = () => tconf('fuzz', '--runs', '200', '--seed', '-7', '--law', 'broadcasting/*');
    expect(await run()).toEqual(await run());
  });
});

describe('a wrong call exits 2 in one line', () => {
  test.each<[readonly string[], RegExp]>([
    [['--law', 'broadcasting/comutes'], /no law "broadcasting\/comutes"; .* did you mean "broadcasting\/commutes"\?/],
    [['--seed', 'x'], /no seed "x"; expected a whole number/],
    [['--seed', '99999999999'], /no seed "99999999999"/],
    [['--time', '60'], /no time "60"; expected a number and its unit/],
    [['--time', '-1s'], /no time "-1s"/],
    [['--against', 'nobody'], /unknown adapter "nobody"/],
    [['--adapter', 'tjfs'], /unknown adapter "tjfs"/],
    [['--runs', '0'], /argument '0' is invalid/],
    [['--against', 'reference', '--against-command', 'x'], /cannot be used with/],
  ])('%j', async (argv, line) => {
    const { exit, out, err } = await tconf('fuzz', ...argv);
    expect([exit, out]).toEqual([2, '']);
    expect(err.split('\n')[0]).toMatch(line);
  });

  test('and an other side that does not start exits 3', async () => {
    const { exit, err } = await tconf('fuzz', '--against-command', 'exit 5');
    expect([exit, err.split('\n').length]).toEqual([3, 2]);
  });
});
