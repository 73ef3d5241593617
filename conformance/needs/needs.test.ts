import { describe, expect, test } from 'vitest';
import { op, vector } from '../evaluate/fake/sample.ts';
import type { ErrorKind, Expectation, TensorValue } from '../values/case.ts';
import { needsOf } from './needs.ts';
import { sample } from './sample.ts';

const inputs = { x: vector(1, 2) };
const features = (over: Parameters<typeof sample>[0]): readonly string[] => needsOf(sample(over)).features;
const data: Expectation = { dtype: 'float32', shape: [2], data: [1, 2] };

describe('what a case needs', () => {
  test('is derived from its ops, inputs, options and expectations', () => {
    const needs = needsOf(
      sample({
        inputs: { x: { dtype: 'int64', shape: [2, 0], data: [[], []] } },
        ops: [op('sum', ['x'], { with: { dtype: 'float64' }, out: 's' }), { repeat: 2, ops: [op('exp', ['s'])] }],
        expected: { s: { dtype: 'float64', shape: [], data: 0 } },
      }),
    );
    expect(needs).toEqual({
      ops: ['sum', 'exp'],
      dtypes: ['int64', 'float64'],
      features: [],
      tags: ['zero-size', '0-d', 'float64'],
      raises: undefined,
    });
  });
});

test('a tape is needed for a backward that may raise', () => {
  const ops = [op('exp', ['x'], { out: 'y' }), { repeat: 2, ops: [{ try: [op('backward', ['y'])] }] }];
  expect(features({ inputs, ops })).toContain('autograd.tape');
  expect(features({ inputs, ops: [{ try: [op('exp', ['x'])] }, op('backward', ['x'])] })).toEqual(['autograd']);
});

describe('gradients are needed', () => {
  test.each([
    ['for a leaf among the inputs', { inputs: { x: { ...inputs.x, requires_grad: true } as TensorValue }, ops: [] }],
    ['for a leaf that is created', { ops: [op('zeros', [], { with: { size: [1], requires_grad: true } })] }],
    ['for backward', { inputs, ops: [op('backward', ['x'])] }],
    ['for a .grad that is expected', { inputs, ops: [], expected: { 'x.grad': { null: true as const } } }],
  ])('%s', (_, over) => {
    expect(features(over)).toContain('autograd');
  });
  test('not for no_grad alone', () => {
    expect(features({ inputs, ops: [{ no_grad: [op('exp', ['x'])] }] })).toEqual([]);
  });
  test.each(['graph_freed', 'saved_tensor_modified', 'leaf_inplace', 'no_grad_graph'] as ErrorKind[])(
    'on a tape for the error %s',
    (kind) => {
      expect(features({ inputs, ops: [op('backward', ['x'])], error: { kind, op: 0 } })).toContain('autograd.tape');
    },
  );
  test('on a tape for retain_grad, and for backward with create_graph', () => {
    expect(features({ inputs, ops: [op('retain_grad', ['x'])] })).toContain('autograd.tape');
    const ops = [op('backward', ['x'], { with: { create_graph: true } })];
    expect(features({ inputs, ops })).toContain('autograd.tape');
    expect(features({ inputs, ops: [op('backward', ['x'])] })).not.toContain('autograd.tape');
  });
});

describe('memory that is written to is needed', () => {
  const inputs = { x: { dtype: 'float32', shape: [1], data: [1], requires_grad: true } } as const;
  test('where what was saved is modified', () => {
    const ops = [
      { op: 'exp', in: ['x'], out: 'y' },
      { op: 'backward', in: ['y'] },
    ];
    const raising = (kind: 'saved_tensor_modified' | 'graph_freed') =>
      needsOf(sample({ inputs, ops, error: { kind, op: 1 } })).features;
    expect(raising('saved_tensor_modified')).toContain('views');
    expect(raising('graph_freed')).not.toContain('views');
  });
  test('where an `out` is refused', () => {
    const call = { op: 'matmul', in: ['x', 'x'] };
    const needs = (op: typeof call & { with?: { out: { ref: string } } }) =>
      needsOf(sample({ inputs, ops: [op], error: { kind: 'dtype_mismatch', op: 0 } })).features;
    expect(needs({ ...call, with: { out: { ref: 'x' } } })).toContain('views');
    expect(needs(call)).not.toContain('views');
  });
});

describe("PyTorch's own random stream is needed", () => {
  const seed = op('manual_seed', [], { with: { seed: 0 } });
  const draw = op('rand', [], { with: { size: [2] }, out: 'r' });
  const needed = (ops: Parameters<typeof sample>[0]['ops'], expected: Record<string, Expectation>): boolean =>
    features({ inputs, ops, expected }).includes('random.pytorch');

  test('when numbers that follow from a seeded draw are expected', () => {
    expect(needed([seed, draw], { r: data })).toBe(true);
    expect(needed([seed, draw, op('exp', ['r'], { out: 'y' })], { y: { prints: 'tensor' } })).toBe(true);
    expect(needed([seed, draw, op('add_', ['x', 'r'])], { x: data })).toBe(true);
    expect(
      needed([seed, op('nn.Linear', [], { with: { in_features: 1, out_features: 1 }, out: 'm' })], {
        'm.weight': data,
      }),
    ).toBe(true);
    expect(needed([seed, draw, op('tuple', ['r'], { out: 't' })], { t: { each: [data] } })).toBe(true);
    expect(needed([seed, draw, op('item', ['r'], { out: 'n' })], { n: { either: [{ value: 1 }] } })).toBe(true);
  });
  test('where a draw is written through a view, or into what has one', () => {
    const view = op('T', ['x'], { out: 'v' });
    expect(needed([seed, view, op('normal_', ['v'])], { x: data })).toBe(true);
    expect(needed([seed, view, op('normal_', ['x'])], { v: data })).toBe(true);
    expect(needed([seed, op('clone', ['x'], { out: 'v' }), op('normal_', ['v'])], { x: data })).toBe(false);
  });
  test('in the order of a shuffled loader, and in a loop', () => {
    const loader = (shuffle: boolean): ReturnType<typeof op>[] => [
      op('data.TensorDataset', ['x'], { out: 'd' }),
      op('data.DataLoader', ['d'], { with: { shuffle }, out: 'l' }),
    ];
    const loop = { for: ['b'], of: 'l', ops: [op('exp', ['b'], { out: 'y' })] };
    expect(needed([seed, ...loader(true), loop], { y: data })).toBe(true);
    expect(needed([seed, ...loader(false), loop], { y: data })).toBe(false);
  });
  test('also by one of the alternatives', () => {
    const either = [{ names: { r: data } }];
    expect(features({ inputs, ops: [seed, draw], either })).toContain('random.pytorch');
  });
  test('not without a seed, nor for what does not depend on the numbers', () => {
    expect(needed([draw], { r: data })).toBe(false);
    expect(needed([seed, draw], { x: data })).toBe(false);
    expect(needed([seed, draw, op('shape', ['r'], { out: 's' })], { s: { value: [2] } })).toBe(false);
    expect(needed([seed, draw], { r: { shape: [2], dtype: 'float32', above: 0 } })).toBe(false);
  });
  test('not when the draw is overwritten', () => {
    expect(needed([seed, draw, op('fill_', ['r', 1])], { r: data })).toBe(false);
    const made = op('nn.Linear', [], { with: { in_features: 1, out_features: 1 }, out: 'm' });
    const load = op('load_state_dict', ['m'], { with: { state_dict: { weight: { ref: 'x' } } } });
    expect(needed([seed, made, load], { 'm.weight': data })).toBe(false);
    expect(needed([seed, op('nn.PReLU', [], { out: 'm' })], { 'm.weight': data })).toBe(false);
  });
});

test('printing is needed when nothing else is expected of a name', () => {
  expect(features({ inputs, ops: [], expected: { x: { prints: 'tensor' } } })).toEqual(['print']);
  expect(features({ inputs, ops: [], expected: { x: { either: [{ prints: 'a' }, { prints: 'b' }] } } })).toEqual([
    'print',
  ]);
  expect(features({ inputs, ops: [], expected: { x: { ...data, prints: 'tensor' } } })).toEqual([]);
  expect(features({ inputs, ops: [], expected: { x: {} } })).toEqual([]);
});

test('an op that refuses only what is recorded needs a tape', () => {
  const leaf = { x: { dtype: 'float32', shape: [2], data: [1, 2], requires_grad: true } } as const;
  const sum = (dtype: string) => op('sum', ['x'], { with: { dtype } });
  const error = { kind: 'unsupported_dtype', op: 0 } as const;
  expect(features({ inputs: leaf, ops: [sum('int64')], error })).toContain('autograd.tape');
  expect(features({ inputs: leaf, ops: [sum('float64')], error })).not.toContain('autograd.tape');
  expect(features({ inputs, ops: [sum('int64')], error })).not.toContain('autograd.tape');
});

test('the op that should raise is found inside blocks', () => {
  const ops = [op('exp', ['x']), { no_grad: [op('exp', ['x']), op('add_', ['x', 'x'])] }];
  expect(needsOf(sample({ inputs, ops, error: { kind: 'shape_mismatch', op: [1, 1] } })).raises).toBe('add_');
});
