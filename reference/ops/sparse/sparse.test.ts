import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { float } from '../../numbers/scalar.ts';
import { torch } from '../../torch/torch.ts';

describe('to_sparse', () => {
  const dense = torch.tensor([
    [float(0), float(2), -0],
    [float(3), float(0), Number.NaN],
  ]);

  test('keeps what is not zero in row-major order', () => {
    const sparse = dense.to_sparse();
    expect(sparse).toMatchObject({ layout: 'sparse_coo', shape: [2, 3], dtype: 'float32', ndim: 2 });
    expect(sparse.indices().tolist()).toEqual([
      [0n, 1n, 1n],
      [1n, 0n, 2n],
    ]);
    expect(sparse.values().tolist()).toEqual([2, 3, Number.NaN]);
  });

  test('comes back dense, with +0 for what was not kept', () => {
    expect(dense.to_sparse().to_dense().tolist()).toEqual([
      [0, 2, 0],
      [3, 0, Number.NaN],
    ]);
    expect(dense.T.to_sparse().to_dense().tolist()).toEqual([
      [0, 3],
      [2, 0],
      [0, Number.NaN],
    ]);
  });

  test('takes int64, and 0-d tensors', () => {
    expect(torch.tensor([0, 7]).to_sparse().to_dense().tolist()).toEqual([0n, 7n]);
    const point = torch.tensor(5).to_sparse();
    expect([point.indices().shape, point.values().tolist(), point.to_dense().item()]).toEqual([[0, 1], [5n], 5n]);
  });
});

test('a dense tensor is its own dense form, and has neither indices nor values', () => {
  const x = torch.tensor([1, 2]);
  expect(x.to_dense()).toBe(x);
  expect(() => x.indices()).toThrowError(expect.objectContaining({ kind: 'invalid_argument' }));
  expect(() => x.values()).toThrowError(expect.objectContaining({ kind: 'invalid_argument' }));
});

test('a sparse tensor prints what it holds, to console.log too', () => {
  const sparse = torch.tensor([[0, 7]]).to_sparse();
  const text = [
    'tensor(indices=tensor([[0],',
    '                       [1]]),',
    '       values=tensor([7]),',
    '       size=(1, 2), nnz=1, layout=torch.sparse_coo)',
  ].join('\n');
  expect(String(sparse)).toBe(text);
  expect(inspect(sparse)).toBe(text);
});
