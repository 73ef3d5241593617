import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { folderOf, negFile, tconf } from './sample.ts';

let folder: ReturnType<typeof folderOf>;
let fixtures: string[];
beforeAll(() => {
  folder = folderOf({ 'fixtures/ops/neg.json': negFile() });
  fixtures = ['--fixtures', join(folder.path, 'fixtures')];
});
afterAll(() => folder.remove());
const linesOf = (text: string): readonly string[] => text.trimEnd().split('\n');

describe('list', () => {
  test('gives each case a line', async () => {
    const { exit, out } = await tconf('list', ...fixtures);
    expect(exit).toBe(0);
    expect(linesOf(out)).toEqual([
      'ops/neg/flips-signs    every sign is flipped',
      'ops/neg/a-bool-raises  a bool tensor has no negative',
    ]);
  });

  test('finds cases by words of their ids, titles, clauses and ops', async () => {
    const found = async (words: string) => linesOf((await tconf('list', '--search', words, ...fixtures)).out);
    expect(await found('SIGN flipped')).toEqual(['ops/neg/flips-signs  every sign is flipped']);
    expect(await found('翻转')).toEqual(['ops/neg/flips-signs  every sign is flipped']);
    expect(await found('neg.c2')).toEqual(['ops/neg/a-bool-raises  a bool tensor has no negative']);
    expect(await tconf('list', '--search', 'sign bool', ...fixtures)).toEqual({
      ...{ exit: 2, out: '' },
      err: 'tconf: no case has "sign bool" in its id, title, clauses or ops\n',
    });
  });
});

test('list --counts gives each op a line, and all of them the last', async () => {
  const { exit, out } = await tconf('list', '--counts', ...fixtures);
  expect(exit).toBe(0);
  expect(linesOf(out)).toEqual([
    'op   written  derived',
    'neg        2        0',
    '',
    '1 ops, 2 cases; written for an op: median 2, fewest 2 (neg)',
  ]);
});

describe('show', () => {
  test('finds a case by the last part of its id, or says which there are', async () => {
    const { exit, out } = await tconf('show', 'flips-signs', ...fixtures);
    expect([exit, linesOf(out)[0]]).toEqual([0, 'ops/neg/flips-signs']);
    expect(await tconf('show', 'a-column')).toEqual({
      ...{ exit: 2, out: '' },
      err: expect.stringMatching(
        /^tconf: "a-column" ends \d+ ids; expected one of [\w/.-]+\/a-column(, [\w/.-]+\/a-column)+\n$/,
      ),
    });
  });

  test('gives a case as Python and as TypeScript', async () => {
    const { exit, out } = await tconf('show', 'ops/neg/flips-signs', ...fixtures);
    expect(exit).toBe(0);
    expect(linesOf(out).slice(0, 4)).toEqual([
      'ops/neg/flips-signs',
      '  every sign is flipped',
      '  每个符号都翻转',
      '  neg.C1',
    ]);
    expect(out).toContain('Python\n');
    expect(out).toContain('TypeScript\n');
    expect(out).toContain('y = ');
  });

  test('of many cases at once is a wrong call', async () => {
    const { exit, err } = await tconf('show', 'note');
    expect([exit, err]).toEqual([
      2,
      expect.stringMatching(/^tconf: "note" names \d+ cases; expected one \(tconf list note\)\n$/),
    ]);
  });
});

describe('explain', () => {
  test('gives a clause and the cases that cite it', async () => {
    const { exit, out } = await tconf('explain', 'neg.C1', ...fixtures);
    expect(exit).toBe(0);
    expect(linesOf(out)).toEqual([
      expect.stringMatching(/^neg\.C1 {2}Zeros change sign too\./),
      expect.stringMatching(/^ {2}.*spec\/ops\/neg\.md:\d+$/),
      '  ops/neg/flips-signs  every sign is flipped',
    ]);
  });

  test('tells of each case what it was in older versions of PyTorch', async () => {
    const file = JSON.parse(negFile());
    file.cases[0].earlier = [{ until: '2.6.0', expected: { y: { value: null } } }];
    writeFileSync(join(folder.path, 'earlier.json'), JSON.stringify(file));
    const { out } = await tconf('explain', 'neg.C1', '--fixtures', join(folder.path, 'earlier.json'));
    expect(linesOf(out).at(-1)).toBe('    until 2.6: y = null');
    const shown = await tconf('show', 'flips-signs', '--fixtures', join(folder.path, 'earlier.json'));
    expect(shown.out).toContain('\n# until 2.6: y = null\n');
    expect(shown.out).toContain('\n// until 2.6: y = null\n');
  });

  test('of a page gives all its clauses', async () => {
    const { out } = await tconf('explain', 'neg', ...fixtures);
    expect(out.match(/^neg\.C\d/gm)).toEqual(['neg.C1', 'neg.C2', 'neg.C3']);
  });

  test('of no clause is a wrong call', async () => {
    const { exit, err } = await tconf('explain', 'neg.D1', ...fixtures);
    expect([exit, err]).toEqual([
      2,
      'tconf: no clause "neg.D1"; expected one such as sum.C3; did you mean "neg.C1"?\n',
    ]);
  });
});

describe('lint', () => {
  const empty = join(tmpdir(), 'tconf-nothing');
  const own = (name: string): string => join(folder.path, name);
  const wrong = (): string => {
    writeFileSync(own('wrong.json'), negFile().replace('neg.C1', 'neg.C11').replace('is flipped', 'should flip'));
    return own('wrong.json');
  };

  test('exits 0 where there is no fault, of the whole or of what is chosen by a part of its path', async () => {
    for (const argv of [['ops/neg.json'], []]) {
      const { exit, out, err } = await tconf('lint', ...argv, ...fixtures);
      expect([exit, out, err]).toEqual([0, '', 'no faults (2 cases)\n']);
    }
  });

  test('reads a file or a folder of somebody else, of which nobody asks that it is complete', async () => {
    const file = wrong();
    const { exit, out, err } = await tconf('lint', file, own('fixtures'));
    expect([exit, err]).toEqual([2, '2 faults (4 cases)\n']);
    expect(linesOf(out).map((line) => line.replace(`${file}: `, ''))).toEqual([
      'flips-signs title: says "should"; expected the present tense',
      'flips-signs rules: cites neg.C11, which is no clause; did you mean "neg.C1"?',
    ]);
    expect((await tconf('lint', '--fixtures', file)).out).toBe(out);
  });

  test('shows only the faults of the files that are asked for', async () => {
    writeFileSync(own('fixtures/ops/abs.json'), 'no fixtures');
    expect((await tconf('lint', ...fixtures)).exit).toBe(2);
    expect((await tconf('lint', 'ops/neg.json', ...fixtures)).exit).toBe(0);
    rmSync(own('fixtures/ops/abs.json'));
  });

  test.each([
    [
      'a file that does not exist',
      ['ops/ngg.json'],
      /^tconf: no file "ops\/ngg.json"; expected fixtures, or a part of the path of some\n$/,
    ],
    ['a folder that does not exist', ['--fixtures', 'no/such'], /^tconf: .*no\/such: no such file or folder; expected/],
    ['a folder without fixtures', [empty], /^tconf: .*tconf-nothing: holds no .json file/],
  ])('exits 2 of %s, in one line', async (_, argv, line) => {
    mkdirSync(empty, { recursive: true });
    const { exit, out, err } = await tconf('lint', ...argv);
    expect([exit, out, err.trimEnd().split('\n').length]).toEqual([2, '', 1]);
    expect(err).toMatch(line);
  });

  test('exits 2 of a file that is no JSON', async () => {
    writeFileSync(own('notes.md'), '# Notes');
    const { exit, out } = await tconf('lint', own('notes.md'));
    expect([exit, out]).toEqual([2, expect.stringContaining('no JSON')]);
  });
});
