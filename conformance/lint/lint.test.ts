import { describe, expect, test } from 'vitest';
import { faultLine } from '../load/fault.ts';
import { blunt } from './blunt.ts';
import { citations } from './citations.ts';
import { clauses } from './clauses.ts';
import { controls } from './controls.ts';
import { staleProducts } from './generated.ts';
import { note } from './note.ts';
import { ops } from './ops.ts';
import { prints } from './prints.ts';
import { bad, cases, lines, page, read, text } from './sample.ts';
import { titles } from './titles.ts';
import { written } from './written.ts';

test('the loader rejects a file that breaks the schema', () => {
  expect(read('schema.json').faults.map(faultLine)).toEqual([
    'schema.json: missing "cases" (a fixture file, which holds the cases of one topic (spec/README.md says what each field means))',
    'schema.json: /case: unknown key "case"; did you mean "cases"? (known: $schema, title, source, cases)',
    'schema.json: /source: expected where the expected values come from: pytorch-<version>, mpmath-<version>, or spec, got "numpy"',
  ]);
});

test('the loader rejects ids in another style, and ids that are taken', () => {
  expect(read('ids.json').faults.map(faultLine)).toEqual([
    'ids.json: /cases/0/id: expected kebab-case: lower-case words and digits joined by hyphens, got "Not_Kebab"',
    'ids.json: /cases/2/id: the id "same" is taken by /cases/1; expected a new id',
  ]);
});

describe('titles', () => {
  test('say what is, once in a file, each in its language', async () => {
    expect(await lines(titles, { cases: cases('titles.json') })).toEqual([
      'titles.json: a title: says "should"; expected the present tense',
      'titles.json: b title: says "should"; expected the present tense',
      'titles.json: b title: expected no full stop at its end',
      'titles.json: c title: expected English in "en"',
      'titles.json: c title: expected Chinese in "zh"',
      'titles.json: e title: "zeros are zero" is the title of ops/titles/d too; expected one of its own',
    ]);
  });

  test('of the note have a Chinese form', async () => {
    expect(await lines(titles, { cases: cases('titles.json', 'note') })).toContain(
      'titles.json: b title: missing "zh": cases of the note have a Chinese title too',
    );
  });
});

test('citations are of clauses', async () => {
  expect(await lines(citations, { cases: cases('clauses.json'), spec: [page('twice')] })).toEqual([
    'clauses.json: a rules: cites twice.C4, which is no clause; did you mean "twice.C1"?',
  ]);
});

test('clauses are cited, and stand once', async () => {
  expect(await lines(clauses, { cases: cases('clauses.json'), spec: [page('twice')] })).toEqual([
    'pages/twice.md: 22: the clause twice.C2 stands twice',
    'pages/twice.md: 22: no case cites twice.C2; expected at least one',
  ]);
});

test('every op is used, and its in-place form too', async () => {
  const add = { ...page('twice'), name: 'add', file: 'add.md' };
  expect(await lines(ops, { cases: cases('clauses.json'), spec: [page('twice'), add] })).toEqual([
    'pages/twice.md: no case uses twice; expected at least one',
    'add.md: no case uses add; expected at least one',
    'add.md: no case uses add_; expected at least one',
  ]);
});

describe('cases written for an op', () => {
  const [one] = cases('clauses.json');
  const many = (count: number, group = 'ops', rules = ['twice.C1', 'twice.C2']) =>
    Array.from({ length: count }, (_, i) => ({ ...one!, id: `${group}/twice/${i}`, rules }));
  const found = (planted: ReturnType<typeof many>) => lines(written, { cases: planted, spec: [page('twice')] });

  test('are twelve at least', async () => {
    expect(await found(many(12))).toEqual([]);
    expect(await found(many(11))).toEqual([
      'pages/twice.md: 11 cases outside ladders/ and special/ cite a clause of twice; expected at least 12',
    ]);
    expect(await found(many(1))).toEqual([
      'pages/twice.md: 1 case outside ladders/ and special/ cites a clause of twice; expected at least 12',
    ]);
  });

  test.each<[string, ReturnType<typeof many>]>([
    ['those of a ladder', many(9, 'ladders')],
    ['those of a table of special values', many(9, 'special')],
    ['those that cite another op or a chapter', many(9, 'ops', ['sum.C1', 'autograd.C1'])],
  ])('are not %s', async (_, others) => {
    expect(await found([...many(11), ...others])).toHaveLength(1);
  });

  test('may stand in any other file', async () => {
    expect(await found([...many(6), ...many(3, 'note'), ...many(3, 'autograd')])).toEqual([]);
  });

  test('are not asked of chapters', async () => {
    expect(await lines(written, { spec: [{ ...page('twice'), kind: 'chapter' }] })).toEqual([]);
  });
});

test('everything in the note is on some case', async () => {
  const found = await lines(note, { cases: cases('note.json') });
  expect(found).toHaveLength(119 - 2 + 36 - 1 + 19 - 2);
  expect(found).toContain('fixtures/note: no case has block 6 of the note');
  expect(found).not.toContain('fixtures/note: no case has block 7 of the note');
  expect(found.at(-1)).toBe('fixtures/note: no case has erratum E18 of the note');
});

test('controls exist, succeed, and use the op that raises', async () => {
  expect(await lines(controls, { cases: cases('controls.json') })).toEqual([
    'controls.json: no-such-control control: ops/controls/suceeds does not exist; did you mean "ops/controls/succeeds"?',
    'controls.json: raising-control control: ops/controls/raises expects an error itself; expected a case that succeeds',
    'controls.json: control-of-another-op control: ops/controls/succeeds does not use ones, the op that raises here',
    'controls.json: control-without-error control: expects no error; expected no control',
  ]);
  const without = cases('controls.json').map(({ control: _, ...rest }) => rest);
  expect(await lines(controls, { cases: without })).toContain('controls.json: raises: missing a control');
});

test('a printed grad_fn stays in the note', async () => {
  expect(await lines(prints, { cases: cases('prints.json') })).toEqual([
    'prints.json: a expected: prints a grad_fn; expected that only in cases of the note',
  ]);
  expect(await lines(prints, { cases: cases('prints.json', 'note') })).toEqual([]);
});

test('an expectation that accepts a value off by 1 % is blunt', async () => {
  expect(await lines(blunt, { cases: cases('blunt.json') })).toEqual([
    'blunt.json: a expected: y[0] = 1 would pass as 1.01 too (allowed: ±0.020); expected a sharper tolerance',
  ]);
});

test('a generated file that differs from what is generated now is stale', async () => {
  const root = new URL('.', bad).pathname;
  const products = [
    { path: 'note.json', text: () => text('note.json') },
    { path: 'prints.json', text: async () => '{}' },
    { path: 'missing.json', text: () => '' },
  ];
  expect((await staleProducts(products, root)).map(faultLine)).toEqual([
    'prints.json: differs from what the spec gives; run npm run generate',
    'missing.json: differs from what the spec gives; run npm run generate',
  ]);
});
