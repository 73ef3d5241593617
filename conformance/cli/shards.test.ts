import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Results } from '../reporters/index.ts';
import { folderOf, negFile, tconf } from './sample.ts';

vi.setConfig({ testTimeout: 60_000 });

const adapter = (neg: string): string => `
  export default {
    name: 'tiny', version: '1.0', dtypes: { float32: true, bool: true }, mutation: 'none',
    tensor: (data) => data, read: (t) => t,
    ops: { neg: (x) => { if (x.dtype === 'bool') throw new Error('no'); return ${neg}; } },
  };`;

/** The file's first case several times, and its error case. */
const several = (): string => {
  const file = JSON.parse(negFile());
  const [first, raises] = file.cases;
  const copies = Array.from({ length: 4 }, (_, i) => ({ ...first, id: `copy-${i}`, title: { en: `copy ${i}` } }));
  return JSON.stringify({ ...file, cases: [first, ...copies, raises] });
};

let folder: ReturnType<typeof folderOf>;
beforeAll(async () => {
  folder = folderOf({
    'fixtures/ops/neg.json': several(),
    'other/ops/neg.json': negFile(),
    'right.mjs': adapter('({ ...x, data: Array.from(x.data, (v) => -v) })'),
    'wrong.mjs': adapter('x'),
    'notes.json': '{"not": "results"}',
  });
  for (const [name, ...argv] of [
    ...[1, 2, 3].map((i) => [`part${i}`, '--shard', `${i}/3`]),
    ['half', '--shard', '1/2'],
    ['whole'],
  ])
    expect(await run('wrong', '--out', at(name!), '--reporter', 'json', ...argv)).toMatchObject({ exit: 1, err: '' });
  await run('right', '--out', at('good'), '--reporter', 'json');
  await run('right', '--out', at('good2'), '--reporter', 'json', '--shard', '2/3');
});
afterAll(() => folder.remove());
const at = (name: string): string => join(folder.path, name);
const of = (name: string): string => at(`${name}/results.json`);
const resultsOf = (name: string): Results => JSON.parse(readFileSync(of(name), 'utf8'));
const run = (library: string, ...argv: readonly string[]) =>
  tconf('run', '--inspect', '--fixtures', at('fixtures'), '--adapter', at(`${library}.mjs`), ...argv);
const merge = (...names: readonly string[]) =>
  tconf('merge', ...names.map(of), '--fixtures', at('fixtures'), '--out', at('merged'));

describe('a shard', () => {
  const idsOf = (name: string): string[] =>
    JSON.parse(readFileSync(of(name), 'utf8')).cases.map(({ id }: { id: string }) => id);

  test('says which it is, and all hold each case once', () => {
    expect(JSON.parse(readFileSync(of('part2'), 'utf8'))).toMatchObject({ shard: { index: 2, of: 3, cases: 6 } });
    expect([...idsOf('part1'), ...idsOf('part2'), ...idsOf('part3')].sort()).toEqual([...idsOf('whole')].sort());
  });

  test('runs the controls of its cases, which are elsewhere', () => {
    const { cases } = JSON.parse(readFileSync(of('part3'), 'utf8'));
    expect(cases).toMatchObject([{ id: 'ops/neg/copy-1' }, { id: 'ops/neg/a-bool-raises', reason: 'vacuous' }]);
  });

  test('is told in the head of the report', async () => {
    expect((await run('right', '--shard', '2/3')).out).toContain('tolerance standard, shard 2 of 3\n');
  });

  test('is refused if there is no such, or no case in it', async () => {
    for (const shard of ['0/3', '4/3', '3', 'a/b']) {
      const { exit, err } = await run('right', '--shard', shard);
      expect([exit, err]).toEqual([2, `tconf: no shard "${shard}"; expected i/n, such as 1/4, with i from 1 to n\n`]);
    }
    const { exit, err } = await run('right', '--shard', '2/3', 'ops/neg/flips-signs');
    expect([exit, err]).toEqual([2, 'tconf: the shard 2/3 of 1 case is empty\n']);
  });
});

describe('merge', () => {
  test('gives the report of a run in one piece, whatever the order', async () => {
    const { exit, out, err } = await merge('part3', 'part1', 'part2');
    expect([exit, err]).toEqual([1, '']);
    expect(out).toContain('6 cases: 6 failed; 1 finding');
    const [{ run, ...merged }, { run: _, ...whole }] = ['merged', 'whole'].map(resultsOf) as [Results, Results];
    expect(merged).toEqual(whole);
    const parts = ['part1', 'part2', 'part3'].map((name) => resultsOf(name).run!);
    expect(run).toMatchObject({ node: process.versions.node, began: parts[0]!.began, os: parts[0]!.os });
    expect(run!.duration).toBe(parts.reduce((sum, { duration }) => sum + duration, 0));
    expect(readdirSync(at('merged'))).toEqual(['results.json']);
  });

  test.each([
    ['a missing shard', ['part1', 'part3'], 4, 'not merged: shard 2 of 3 missing'],
    ['a doubled shard', ['part1', 'part2', 'part1', 'part3'], 2, 'part1/results.json is shard 1 of 3, as is '],
    ['a shard of another run', ['part1', 'half'], 2, 'half/results.json has another number of shards than '],
    ['a shard in another suite', ['part1', 'part2', 'whole'], 2, 'whole/results.json is no shard; expected'],
    ['a file that is not there', ['part1', 'none'], 2, 'none/results.json: cannot be read: ENOENT'],
  ])('refuses %s in one line', async (_, names, exit, said) => {
    const ended = await merge(...names);
    expect([ended.exit, ended.out]).toEqual([exit, '']);
    expect(ended.err).toMatch(/^tconf: [^\n]*\n$/);
    expect(ended.err).toContain(said);
  });

  test('refuses foreign files, and shards of a suite that is not here', async () => {
    const foreign = await tconf('merge', at('notes.json'));
    expect([foreign.exit, foreign.err]).toEqual([2, expect.stringMatching(/notes\.json: is no results\.json of this/)]);
    const parts = ['part1', 'part2', 'part3'].map(of);
    const other = await tconf('merge', ...parts, '--fixtures', at('other'), '--out', at('never'));
    expect([other.exit, other.err]).toEqual([2, expect.stringMatching(/which is not the one here, [^\n]*\n$/)]);
    expect(readdirSync(folder.path)).not.toContain('never');
  });

  test('exits 2 where it cannot write, and leaves what was there', async () => {
    writeFileSync(at('blocked'), 'a file');
    const ended = await tconf(
      'merge',
      ...['part1', 'part2', 'part3'].map(of),
      '--fixtures',
      at('fixtures'),
      '--out',
      at('blocked'),
    );
    expect([ended.exit, ended.err]).toEqual([2, expect.stringMatching(/^tconf: cannot write to the folder [^\n]*\n$/)]);
    expect(readFileSync(at('blocked'), 'utf8')).toBe('a file');
  });
});

describe('diff', () => {
  test('exits 1 on regressions, and lists them', async () => {
    const { exit, out } = await tconf('diff', of('good'), of('whole'));
    expect(exit).toBe(1);
    expect(out).toMatch(/^old {2}tiny 1\.0 {2}suite .*, 6 cases, Node \d+\.\S+ on \S+ .*\nnew {2}tiny 1\.0 /);
    expect(out).toContain('6 cases newly failing\n  ops/neg/flips-signs  pass → fail (wrong_value)\n');
  });

  test('exits 0 on what got better, or is as before', async () => {
    const better = await tconf('diff', of('whole'), of('good'));
    expect([better.exit, better.out]).toEqual([0, expect.stringContaining('6 cases newly passing')]);
    const same = await tconf('diff', of('good'), of('good'));
    expect([same.exit, same.out]).toEqual([0, expect.stringContaining('no case ended otherwise')]);
  });

  test('exits 1 if cases of the same suite were not run', async () => {
    const { exit, out } = await tconf('diff', of('good'), of('good2'));
    expect(exit).toBe(1);
    expect(out).toContain('4 cases of the same suite not run\n  ops/neg/flips-signs\n');
    expect(await tconf('diff', of('good2'), of('good'))).toMatchObject({
      ...{ exit: 0, out: expect.stringContaining('4 cases added\n') },
    });
  });

  test('tells cases of another suite, and what it cuts', async () => {
    const good = JSON.parse(readFileSync(of('good'), 'utf8'));
    const cases = Array.from({ length: 60 }, (_, i) => ({ id: `a/b/n${i}`, verdict: 'pass' }));
    const suite = { ...good.suite, digest: 'b'.repeat(64), cases: 60 };
    writeFileSync(at('grown.json'), JSON.stringify({ ...good, suite, totals: { ...good.totals, pass: 60 }, cases }));
    const { exit, out } = await tconf('diff', of('good'), at('grown.json'));
    expect(exit).toBe(0);
    expect(out).toContain('6 cases removed\n');
    expect(out).toContain('60 cases added\n  a/b/n0\n');
    expect(out).toContain('  … and 10 more cases\n');
  });

  test('reads results that do not say how they were run, as those of version 0.1', async () => {
    const { run: _, ...before } = resultsOf('good');
    writeFileSync(at('before.json'), JSON.stringify(before));
    const { exit, out } = await tconf('diff', at('before.json'), of('good'));
    expect([exit, out.split('\n')[0]]).toEqual([0, expect.stringMatching(/, 6 cases$/)]);
  });

  test('refuses what is no results.json', async () => {
    const { exit, err } = await tconf('diff', of('good'), at('notes.json'));
    expect([exit, err]).toEqual([2, expect.stringMatching(/^tconf: [^\n]*notes\.json: is no results\.json[^\n]*\n$/)]);
  });
});
