import { describe, expect, test } from 'vitest';
import { opPages } from './op-pages.ts';
import { lines, page } from './sample.ts';

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
    [
      'saves',
      [
        'pages/saves.md: /saves/inptu: inptu is no operand and no result; expected one of input, other, out',
        'pages/saves.md: /saves/input/for: other is no differentiable operand; expected one of input',
        'pages/saves.md: /saves/other/without: dmi is no option; expected one of dim',
        'pages/saves.md: /saves/out/tensor: ohter is no operand; expected one of input, other',
      ],
    ],
    ['saves_missing', ['pages/saves_missing.md: missing "saves": what the backward pass reads, {} if nothing']],
    [
      'saves_without_gradient',
      ['pages/saves_without_gradient.md: /saves: expected no saves on a page without a gradient'],
    ],
    ['accuracy_copied', ['pages/accuracy_copied.md: /accuracy: these are the bounds of a class; expected arithmetic']],
    [
      'accuracy_class',
      [
        'pages/accuracy_class.md: /accuracy: expected one of "exact", "arithmetic", "elementary", "composition", "sum", got "arithmetical"; did you mean "arithmetic"?',
      ],
    ],
    [
      'examples',
      [
        'pages/examples.md: /domain/input/dtypes: the rule for the dtype is floating, which says so already',
        'pages/examples.md: /options/correction/examples/2: expected an int or a float: a number, { "float": … } or { "int": … }, got "1"',
        'pages/examples.md: /options/correction/examples/2: expected a number, got "1"',
        'pages/examples.md: /options/correction/examples/4: expected an int or a float: a number, { "float": … } or { "int": … }, got null',
        'pages/examples.md: /options/correction/examples/4: expected a number, got null',
        'pages/examples.md: /options/mode/examples/1: expected one of "sum", "mean", got "max"',
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
        'pages/unknown_trait.md: /traits/0: expected one of "sums", "symmetric", "chooses", "saturates", "linear", "flat", got "sum"; did you mean "sums"?',
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
        '/feature: expected one of "activations", "arithmetic", "attributes", "autograd", "comparison", "creation", "data", "dtypes", "host", "indexing", "linalg", "linear-algebra", "logic", "losses", "nn", "optim", "random", "reductions", "rounding", "shape", "sparse", "trigonometry", "views", got "maths"',
      ]),
    );
  });

  test('write calls in a form that there is', async () => {
    expect(await lines(opPages, { spec: [page('call_schema')] })).toEqual([
      'pages/call_schema.md: /call/position: unknown key "position"; did you mean "positional"? (known: as, symbol, between, positional, keyword)',
      'pages/call_schema.md: /call/as: expected one of "function", "method", "attribute", "operator", got "infix"',
      'pages/call_schema.md: /call/symbol: expected one of "+", "-", "*", "/", "**", "==", "!=", "<", "<=", ">", ">=", got "<>"; did you mean "<"?',
    ]);
  });

  test('give releases in quotes, and forms that there are', async () => {
    expect(await lines(opPages, { spec: [page('unquoted')] })).toEqual([
      'pages/unquoted.md: /since/dim: expected a release of PyTorch, in quotes: "2.0", got 2',
      'pages/unquoted.md: /since/keepdim: expected none, bool, int, float, text, list, a dtype, gradient, or "without <name>": where that operand or option is not given, got "tuple"',
    ]);
  });

  test('say when values are saved in words of the schema', async () => {
    expect(await lines(opPages, { spec: [page('saves_words')] })).toEqual([
      'pages/saves_words.md: /saves/input: expected "values", got "value"',
      'pages/saves_words.md: /saves/out/form: unknown key "form"; did you mean "for"? (known: for, without, tensor)',
    ]);
  });

  test('whose front matter is no YAML are named', async () => {
    const [fault] = await lines(opPages, { spec: [page('no-yaml')] });
    expect(fault).toMatch(/^pages\/no-yaml.md: front matter is no YAML: /);
  });
});
