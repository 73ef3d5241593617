import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { clausesOf } from '../load/clauses.ts';
import { faultLine } from '../load/fault.ts';
import { readFixture } from '../load/fixture.ts';
import type { SpecText } from '../load/spec.ts';
import type { Case } from '../values/case.ts';
import { blunt } from './blunt.ts';
import { citations } from './citations.ts';
import { clauses } from './clauses.ts';
import { controls } from './controls.ts';
import { generated, staleProducts } from './generated.ts';
import type { Lint, Linted } from './lint.ts';
import { note } from './note.ts';
import { opPages } from './op-pages.ts';
import { ops } from './ops.ts';
import { prints } from './prints.ts';
import { titles } from './titles.ts';
import { versions } from './versions.ts';

const bad = new URL('./bad/', import.meta.url);
const text = (file: string): string => readFileSync(new URL(file, bad), 'utf8');
const read = (file: string, group = 'ops') => readFixture(text(file), `${group}/${basename(file, '.json')}`, file);
const cases = (file: string, group?: string): readonly Case[] => read(file, group).cases;
const page = (name: string): SpecText => {
  const file = `pages/${name}.md`;
  return { name, kind: 'op', file, text: text(file), clauses: clausesOf(name, text(file)) };
};
const lines = async (lint: Lint, linted: Partial<Linted>): Promise<readonly string[]> =>
  (await lint.run({ cases: [], spec: [], ...linted })).map(faultLine);

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

test('what older versions gave is in order, of versions that were run, and differs', async () => {
  expect(await lines(versions, { cases: cases('versions.json') })).toEqual([
    'versions.json: /source: nobody ran PyTorch 2.5.0; expected pytorch-2.14.1',
    'versions.json: out-of-order earlier/1/until: 1.13.1 stands after 2.6.0; expected the versions from old to new',
    'versions.json: twice-the-same-version earlier/1/until: 2.6.0 stands after 2.6.0; expected the versions from old to new',
    'versions.json: a-version-that-nobody-ran earlier/0/until: nobody ran PyTorch 2.3.0; expected one of 1.13.1, 2.6.0, 2.14.1',
    'versions.json: the-newest earlier/0/until: 2.14.1 is the newest: what it gives is "expected"',
    'versions.json: equal-to-expected earlier/0: is what the newest gives too; expected what differs',
    'versions.json: equal-to-the-next earlier/0: is what 2.6.0 gives too; expected what differs',
  ]);
});

test('the source is the newest version', async () => {
  const older = cases('versions.json').map((one) => ({ ...one, earlier: [], source: 'pytorch-2.6.0' }));
  expect(await lines(versions, { cases: older })).toEqual([
    'versions.json: /source: cases expect what the newest PyTorch gives; expected pytorch-2.14.1 (tconf author --again), got pytorch-2.6.0',
  ]);
  for (const source of ['pytorch-2.14.1', 'mpmath-1.3.0', 'spec'])
    expect(await lines(versions, { cases: older.map((one) => ({ ...one, source })) })).toEqual([]);
});

test('what older versions gave is held to the other lints', async () => {
  const older = cases('versions-raise.json');
  expect(await lines(controls, { cases: older })).toEqual([
    'versions-raise.json: control-that-raised control: ops/versions-raise/raised expects an error itself; expected a case that succeeds',
  ]);
  expect(await lines(prints, { cases: older })).toEqual([
    'versions-raise.json: printed-a-graph expected: prints a grad_fn; expected that only in cases of the note',
  ]);
  expect(await lines(blunt, { cases: older })).toEqual([
    'versions-raise.json: was-blunt expected: y[0] = 1 would pass as 1.01 too (allowed: ±0.10); expected a sharper tolerance',
    'versions-raise.json: was-blunt expected: y[1] = 2.7 would pass as 2.7270000000000003 too (allowed: ±0.10); expected a sharper tolerance',
  ]);
});

test('an expectation that accepts a value off by 1 % is blunt', async () => {
  expect(await lines(blunt, { cases: cases('blunt.json') })).toEqual([
    'blunt.json: a expected: y[0] = 1 would pass as 1.01 too (allowed: ±0.020); expected a sharper tolerance',
  ]);
});

describe('op pages', () => {
  test.each<[string, readonly string[]]>([
    ['twice', []],
    ['no-front-matter', ['pages/no-front-matter.md: expected front matter between two lines of ---']],
    [
      'wrong',
      [
        'pages/wrong.md: /name: expected "wrong", the file\'s name, got "worng"',
        'pages/wrong.md: /differentiable: input is no operand; expected one of inputs, other',
        'pages/wrong.md: /domain: input is no operand; expected one of inputs, other',
        'pages/wrong.md: /required: size is no option; expected one of dim, axis',
        'pages/wrong.md: /options/axis/alias: dmi is no option; expected one of dim, axis',
        'pages/wrong.md: /operands/0: a variadic operand stands last',
        'pages/wrong.md: missing "shape": the rule for the shape of the result',
        'pages/wrong.md: expected the heading "# wrong" below the front matter, got "# Wrong"',
        'pages/wrong.md: expected one sentence that says what the op does',
        'pages/wrong.md: expected clauses: list items such as "- **C1** …"',
      ],
    ],
    [
      'since',
      [
        'pages/since.md: /since/dmi: dmi is no operand and no option; expected one of input, dim, keepdim',
        'pages/since.md: /since/keepdim/without dims: dims is no operand and no option; expected one of input, dim, keepdim',
        'pages/since.md: /since/input/int64: 1.13 is no later than 1.13.1, the oldest that is run',
        'pages/since.md: /since/dim/list: 2.15 is later than 2.14.1, the newest that is run',
      ],
    ],
    ['shape_of_no_tensor', ['pages/shape_of_no_tensor.md: /shape: the result is no tensor, so it has no shape']],
    ['shape_by_no_option', ['pages/shape_by_no_option.md: /shape: reduce is by dim, which is no option']],
    [
      'traits',
      [
        'pages/traits.md: /traits: an op of 1 operands is not symmetric; expected 2 that may change places',
        'pages/traits.md: /traits: what chooses gives one of its elements as it is; expected "accuracy: exact"',
        'pages/traits.md: /traits: linear is said of a gradient; expected a differentiable operand',
        'pages/traits.md: /traits: saturates is said of a gradient; expected a differentiable operand',
      ],
    ],
    [
      'untold_sum',
      [
        'pages/untold_sum.md: /traits: an op that may be off by more than last bits adds up on its way; expected the trait sums',
      ],
    ],
    [
      'unknown_trait',
      [
        'pages/unknown_trait.md: /traits/0: expected one of "sums", "symmetric", "chooses", "saturates", "linear", got "sum"; did you mean "sums"?',
      ],
    ],
    [
      'call_names',
      [
        'pages/call_names.md: /call/positional: dmi is no option; expected one of dim',
        'pages/call_names.md: /call/positional: axis is no option; expected one of dim',
        'pages/call_names.md: /call/keyword: dim has no position; expected one of dmi, axis',
      ],
    ],
    [
      'call_needless',
      [
        'pages/call_needless.md: /call/as: follows from the rest of the page; expected nothing',
        'pages/call_needless.md: /call/positional: follows from the rest of the page; expected nothing',
      ],
    ],
    [
      'call_attribute',
      [
        'pages/call_attribute.md: /call/symbol: only an operator has a symbol',
        'pages/call_attribute.md: /call/as: an attribute takes one operand and no options',
      ],
    ],
    [
      'call_operator',
      [
        'pages/call_operator.md: /call: an operator needs a symbol',
        'pages/call_operator.md: /call/as: an operator takes one or two operands, not 3',
      ],
    ],
    ['call_method', ['pages/call_method.md: /call/as: a method needs one operand that it belongs to']],
  ])('%s', async (name, faults) => expect(await lines(opPages, { spec: [page(name)] })).toEqual(faults));

  test.each([
    ['loss', 'reduction'],
    ['size', 'a size'],
  ])('of shape %s have %s among their options', async (shape, option) => {
    const one = page('shape_by_no_option');
    const other = { ...one, text: one.text.replace('shape: reduce', `shape: ${shape}`) };
    expect(await lines(opPages, { spec: [other] })).toEqual([
      `pages/shape_by_no_option.md: /shape: ${shape} is by ${option}, which is no option`,
    ]);
  });

  test('keep to their schema', async () => {
    const found = await lines(opPages, { spec: [page('unknown-key')] });
    expect(found.map((line) => line.split(': ').slice(1, 3).join(': '))).toEqual(
      expect.arrayContaining([
        '/operand: unknown key "operand"; did you mean "operands"? (known',
        '/feature: expected one of "activations", "arithmetic", "attributes", "autograd", "comparison", "creation", "data", "dtypes", "host", "indexing", "linear-algebra", "losses", "nn", "optim", "random", "reductions", "shape", "sparse", "views", got "maths"',
      ]),
    );
  });

  test('write calls in a form that there is', async () => {
    expect(await lines(opPages, { spec: [page('call_schema')] })).toEqual([
      'pages/call_schema.md: /call/position: unknown key "position"; did you mean "positional"? (known: as, symbol, positional, keyword)',
      'pages/call_schema.md: /call/as: expected one of "function", "method", "attribute", "operator", got "infix"',
      'pages/call_schema.md: /call/symbol: expected one of "+", "-", "*", "/", "**", "==", "!=", "<", "<=", ">", ">=", got "<>"; did you mean "<"?',
    ]);
  });

  test('give releases in quotes, and forms that there are', async () => {
    expect(await lines(opPages, { spec: [page('unquoted')] })).toEqual([
      'pages/unquoted.md: /since/dim: expected a release of PyTorch, in quotes: "2.0", got 2',
      'pages/unquoted.md: /since/keepdim: expected none, bool, int, float, text, list, a dtype, or "without <name>": where that operand or option is not given, got "tuple"',
    ]);
  });

  test('whose front matter is no YAML are named', async () => {
    const [fault] = await lines(opPages, { spec: [page('no-yaml')] });
    expect(fault).toMatch(/^pages\/no-yaml.md: front matter is no YAML: /);
  });
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

test('what is checked in is what is generated', async () => expect(await lines(generated, {})).toEqual([]), 60_000);
