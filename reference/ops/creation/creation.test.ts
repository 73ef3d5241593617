import { describe, expect, test } from 'vitest';
import { float } from '../../numbers/scalar.ts';
import { torch } from '../../torch/torch.ts';

const kind = (kind: string): unknown => expect.objectContaining({ kind });

describe('arange', () => {
  test('counts elements in float64', () => {
    expect(torch.arange(1, 1.3, 0.1).shape).toEqual([4]);
    expect(torch.arange(0, 0.3, 0.1).shape).toEqual([3]);
  });

  test('is exact for int64', () => {
    expect(torch.arange(9007199254740993n, 9007199254740996n).tolist()).toEqual([
      9007199254740993n,
      9007199254740994n,
      9007199254740995n,
    ]);
  });

  test('counts with the fractions that an integer dtype then drops', () => {
    expect(torch.arange(0.5, 3.7, 1, { dtype: 'int64' }).tolist()).toEqual([0n, 1n, 2n, 3n]);
    expect(torch.arange(0.5, 3.7, 1, { dtype: 'int32' }).tolist()).toEqual([0, 1, 2, 3]);
    expect(torch.arange(5, -0.5, -1.5, { dtype: 'int64' }).tolist()).toEqual([5n, 4n, 3n, 2n]);
    expect(torch.arange(0, 1, 0.5, { dtype: 'int32' }).tolist()).toEqual([0, 0]);
    expect(() => torch.arange(0.5, -0.5, 1, { dtype: 'int64' })).toThrowError(kind('invalid_argument'));
    expect(() => torch.arange(0.5, -0.5, 1, { dtype: 'int32' })).toThrowError(kind('invalid_argument'));
  });

  test('fills out in its own dtype, and returns it', () => {
    const out = torch.zeros([0]);
    expect(torch.arange(3, { out })).toBe(out);
    expect(out.tolist()).toEqual([0, 1, 2]);
    expect(() => torch.arange(3, { out, dtype: 'int64' })).toThrowError(kind('invalid_argument'));
    const leaf = torch.zeros([3], { requires_grad: true });
    expect(() => torch.arange(3, { out: leaf })).toThrowError(kind('leaf_inplace'));
  });

  test('refuses bool, sparse layouts, and steps that never arrive', () => {
    expect(() => torch.arange(2, { dtype: 'bool' })).toThrowError(kind('unsupported_dtype'));
    expect(() => torch.arange(2, { layout: 'sparse_coo' })).toThrowError(kind('invalid_argument'));
    for (const [start, end, step] of [
      [0, 5, -1],
      [5, 0, 1],
      [0, 5, 0],
      [0, Infinity, 1],
    ] as const) {
      expect(() => torch.arange(start, end, step)).toThrowError(kind('invalid_argument'));
    }
  });
});

describe('tensor', () => {
  test.each([
    [[true, false], 'bool'],
    [[true, 2], 'int64'],
    [[true, 2, float(2)], 'float32'],
    [[], 'float32'],
  ])('infers the dtype of %j', (data, dtype) => expect(torch.tensor(data).dtype).toBe(dtype));

  test('refuses ragged lists', () => {
    expect(() => torch.tensor([[1, 2], [3]])).toThrowError(kind('invalid_argument'));
    expect(() => torch.tensor([[1, 2], 3])).toThrowError(kind('invalid_argument'));
  });

  test.each([
    [300, 'uint8'],
    [-129, 'int8'],
    [2 ** 31, 'int32'],
    [2n ** 63n, 'int64'],
    [Number.NaN, 'int64'],
  ] as const)('refuses %d for %s', (value, dtype) => {
    expect(() => torch.tensor([value], { dtype })).toThrowError(kind('invalid_argument'));
  });

  test('takes the ends of a range, and lets uint8 wrap below 0', () => {
    expect(torch.tensor([-(2n ** 63n), 2n ** 63n - 1n]).tolist()).toEqual([-(2n ** 63n), 2n ** 63n - 1n]);
    expect(torch.tensor([-1, 255], { dtype: 'uint8' }).tolist()).toEqual([255, 255]);
  });
});

test('full refuses a float beyond float32, where tensor gives an infinity', () => {
  expect(() => torch.full([1], 1e40)).toThrowError(kind('invalid_argument'));
  expect(torch.tensor([1e40]).tolist()).toEqual([Infinity]);
  expect(torch.full([1], Infinity).tolist()).toEqual([Infinity]);
  expect(() => torch.full([1], 'one' as never)).toThrowError(kind('invalid_argument'));
});

describe('zeros_like', () => {
  test('keeps the strides of a dense tensor only', () => {
    const x = torch.zeros([2, 3]);
    expect(x.T.zeros_like().stride()).toEqual([1, 3]);
    expect(x.getitem(':', '::2').zeros_like().stride()).toEqual([2, 1]);
    expect(torch.zeros([3, 1]).expand([3, 4]).ones_like().stride()).toEqual([4, 1]);
  });

  test('is no part of the graph', () => {
    const x = torch.ones([2], { requires_grad: true });
    expect(x.zeros_like().requires_grad).toBe(false);
    expect(x.zeros_like({ requires_grad: true }).is_leaf).toBe(true);
  });
});
