import { describe, expect, test } from 'vitest';
import type { Page } from '../pages/page.ts';
import { type List, listText } from './reference-lists.ts';
import { opsByHand, referenceOpsText } from './reference-ops.ts';

const tensor = { name: 'input', type: 'tensor' } as const;
const page = (over: Partial<Page>): Page => ({
  name: 'prod',
  torch: `torch.${over.name ?? 'prod'}`,
  feature: 'reductions',
  operands: [tensor],
  options: {},
  results: [{ name: 'out', type: 'tensor' }],
  shape: 'same',
  dtype: 'same',
  differentiable: [],
  accuracy: 'exact',
  domain: {},
  errors: [],
  ...over,
});

describe('the lists of the reference', () => {
  const all: readonly List[] = ['functions', 'functions-and-methods', 'methods', 'functional'];
  /** The lists in which a page's op stands, with the line there. */
  const lines = (
    over: Partial<Page>,
    files: readonly string[] = [`${over.feature ?? 'reductions'}/${over.name ?? 'prod'}.ts`],
  ) =>
    Object.fromEntries(
      all.flatMap((list) => {
        const exported = listText(list, [page(over)], files).match(/^export .*$/m);
        return exported === null ? [] : [[list, exported[0]]];
      }),
    );

  test('have a function of a tensor as a method too', () => {
    expect(lines({})).toEqual({ 'functions-and-methods': "export { prod } from '../ops/reductions/prod.ts';" });
  });
  test('have a function of anything else as a function only, unless it is an operator', () => {
    const operands = [{ name: 'input', type: 'tensor_or_scalar' }] as const;
    expect(Object.keys(lines({ operands: [] }))).toEqual(['functions']);
    expect(Object.keys(lines({ operands: [{ name: 'tensors', type: 'tensors' }] }))).toEqual(['functions']);
    expect(Object.keys(lines({ operands }))).toEqual(['functions']);
    expect(Object.keys(lines({ operands, call: { as: 'operator', symbol: '-' } }))).toEqual(['functions-and-methods']);
  });
  test('follow the full name to methods and to nn.functional, where activations stand too', () => {
    expect(Object.keys(lines({ torch: 'torch.Tensor.prod' }))).toEqual(['methods']);
    expect(Object.keys(lines({ torch: 'torch.nn.functional.prod' }))).toEqual(['functional']);
    expect(Object.keys(lines({ feature: 'activations' }))).toEqual(['functions-and-methods', 'functional']);
  });
  test('have an in-place form as a method, of one tensor as a function too', () => {
    const other = { name: 'other', type: 'tensor' } as const;
    expect(lines({ inplace: 'prod_' })).toEqual({
      'functions-and-methods': "export { prod, prod_ } from '../ops/reductions/prod.ts';",
    });
    expect(lines({ inplace: 'prod_', operands: [tensor, other] })).toMatchObject({
      methods: "export { prod_ } from '../ops/reductions/prod.ts';",
    });
  });
  test('leave out what has no file, and refuse a file in another folder', () => {
    expect(lines({}, [])).toEqual({});
    expect(() => lines({}, ['shape/prod.ts'])).toThrow(
      'reference/ops/shape/prod.ts: expected at reference/ops/reductions/prod.ts, under the feature of its page',
    );
  });
});

describe('the entries of the reference', () => {
  const entries = (over: Partial<Page>, without: readonly string[] = []): string[] =>
    referenceOpsText([page(over)], new Set(without))
      .split('\n')
      .filter((line) => line.startsWith('  '))
      .map((line) => line.trim());
  const options = { dim: {}, axis: { alias: 'dim' }, dtype: {} };

  test('are the calls that the pages write', () => {
    expect(entries({})).toEqual(['prod: (input) => input.prod(),']);
    expect(entries({ call: { as: 'attribute' } })).toEqual(['prod: (input) => input.prod,']);
    expect(entries({ feature: 'activations' })).toEqual(['prod: (input) => torch.prod(input),']);
    expect(entries({ torch: 'torch.nn.functional.prod' })).toEqual(['prod: (input) => F.prod(input),']);
    expect(entries({ call: { as: 'operator', symbol: '*' }, inplace: 'prod_' })).toEqual([
      'prod: (input) => torch.prod(input),',
      'prod_: (input) => input.prod_(),',
    ]);
  });
  test('give options by position, under either name, and the others as they came', () => {
    expect(entries({ options })).toEqual(['prod: (input, o) => input.prod(o),']);
    expect(entries({ options, required: ['dim'] })).toEqual(['prod: (input, o) => input.prod(o.dim ?? o.axis!, o),']);
    expect(entries({ options: { dim: {} }, required: ['dim'] })).toEqual(['prod: (input, o) => input.prod(o.dim),']);
    expect(entries({ options: { generator: {} } })).toEqual(['prod: (input, o) => input.prod(o as Generated),']);
  });
  test('are not made of what stands by hand, nor of what is no op of an adapter', () => {
    expect(entries({}, ['prod'])).toEqual([]);
    expect(entries({ feature: 'host' })).toEqual([]);
  });
  test('by hand are those of the record', () => {
    const text =
      "interface A {\n  readonly b: (x: A) => void;\n}\nexport const byHand = {\n  // Because.\n  a: (x, o) =>\n    x.b({ c: (o) }),\n  'd.e': (x) => x,\n};\n";
    expect([...opsByHand(text)]).toEqual(['a', 'd.e']);
  });
});
