import { describe, expect, test } from 'vitest';
import { faultsOf, type Json, x } from './sample.ts';

describe('a case against the schema', () => {
  test.each<[Json, string]>([
    [
      { tiltle: 1 },
      '/cases/0/tiltle: unknown key "tiltle"; did you mean "title"? (known: id, title, rules, note, erratum, inputs, ops, expected, conventions, earlier, control)',
    ],
    [
      { id: 'Adds up' },
      '/cases/0/id: expected kebab-case: lower-case words and digits joined by hyphens, got "Adds up"',
    ],
    [{ title: { en: '' } }, '/cases/0/title/en: expected some text (English), got ""'],
    [{ rules: undefined }, '/cases/0: missing "rules" (a case)'],
    [{ rules: ['sum.C1', 'sum.C1'] }, '/cases/0/rules: items 0 and 1 are the same'],
    [{ note: { block: 119 } }, '/cases/0/note/block: expected a block of the note, 0 to 118 <= 118, got 119'],
    [{ note: { claim: 'P37' } }, '/cases/0/note/claim: expected a claim of the note, P1 to P36, got "P37"'],
    [
      { note: {} },
      '/cases/0/note: expected at least one key (where the note says so: { "block": 23 } or { "claim": "P7" }, or lists of them)',
    ],
    [
      { inputs: { error: x } },
      '/cases/0/inputs: expected a name: a letter or _, then letters, digits or _; not `error`, not `either`, got "error"',
    ],
    [{ inputs: { x: { ...x, repeats: [1] } } }, '/cases/0/inputs/x/data: does not go with what stands beside it'],
    [{ inputs: { x: { dtype: 'float32', shape: [2] } } }, '/cases/0/inputs/x: missing "data" (or "repeats")'],
    [
      { inputs: { x: { dtype: 'float32', shape: [2], repeats: [] } } },
      '/cases/0/inputs/x/repeats: expected at least 1 items, got 0 (the elements in row-major order, over and over until the shape is full)',
    ],
    [
      { inputs: { x: { dtype: 'float32', shape: [2], repeats: 3 } } },
      '/cases/0/inputs/x/repeats: expected the elements in row-major order, over and over until the shape is full, got 3',
    ],
    [
      { inputs: { x: { dtype: 'float32', shape: [2], repeats: [1, 2, 3] } } },
      '/cases/0/inputs/x/repeats: expected at most 2 numbers, the elements of [2], got 3',
    ],
    [
      { inputs: { x: { dtype: 'int64', shape: [2], repeats: [1.5] } } },
      '/cases/0/inputs/x/repeats/0: expected an integer (int64), got 1.5',
    ],
    [
      { inputs: { x: { ...x, dtype: 'float' } } },
      '/cases/0/inputs/x/dtype: expected one of "bool", "uint8", "int8", "int16", "int32", "int64", "float16", "bfloat16", "float32", "float64", got "float"',
    ],
    [
      { inputs: { x: { ...x, dtype: 'float3' } } },
      '/cases/0/inputs/x/dtype: expected one of "bool", "uint8", "int8", "int16", "int32", "int64", "float16", "bfloat16", "float32", "float64", got "float3"; did you mean "float32"?',
    ],
    [{ ops: [{ repeat: 0, ops: [{ op: 'T' }] }] }, '/cases/0/ops/0/repeat: expected how often, at least 1 >= 1, got 0'],
    [{ ops: 'sum' }, '/cases/0/ops: expected ops and blocks, in the order in which they run, got "sum"'],
    [{ expected: { s: { data: 3 } } }, '/cases/0/expected/s: missing "shape", which goes with "data"'],
    [
      { expected: { s: { value: { float: 0.5 } } } },
      '/cases/0/expected/s/value/float: expected an integral number (any other is bare), or one of the texts "NaN", "Infinity", "-Infinity", "-0", or a number in digits such as "1e20", got 0.5',
    ],
    [{ expected: { s: { null: false } } }, '/cases/0/expected/s/null: expected true, got false'],
    [
      { expected: { s: { ...x, tolerance: { abs: 1 } } } },
      '/cases/0/expected/s/tolerance: missing "why" ({ "abs": a, "why": "…" })',
    ],
    [
      { expected: { error: { kind: 'shape', op: 0 } } },
      '/cases/0/expected/error/kind: expected one of "shape_mismatch", "dtype_mismatch", "index_out_of_range", "invalid_argument", "unsupported_dtype", "non_scalar_backward", "graph_freed", "leaf_inplace", "saved_tensor_modified", "no_grad_graph", got "shape"',
    ],
  ])('%j', (change, line) => expect(faultsOf(change)).toContain(`sum.json: ${line}`));
});
