import { describe, expect, test } from 'vitest';
import { torch } from '../torch/torch.ts';
import { DataLoader, next, TensorDataset } from './index.ts';

const rows = () => new TensorDataset(torch.arange(5), torch.arange(10).reshape([5, 2]));

describe('DataLoader', () => {
  test('gives copies: writing to a batch leaves the data as it is', () => {
    const x = torch.arange(4);
    for (const [batch] of new DataLoader(new TensorDataset(x), { batch_size: 2 })) batch!.fill_(9);
    expect(x.tolist()).toEqual([0n, 1n, 2n, 3n]);
  });

  test('reads the data as it is when the batch is made', () => {
    const x = torch.arange(4);
    const loader = new DataLoader(new TensorDataset(x), { batch_size: 2 });
    x.fill_(7);
    expect(next(loader)[0]!.tolist()).toEqual([7n, 7n]);
  });

  test('two passes at once do not disturb each other', () => {
    const loader = new DataLoader(rows(), { batch_size: 2, shuffle: true });
    const seen = [...loader].map(() => [...loader].flatMap(([x]) => x!.tolist() as bigint[]).sort());
    expect(seen).toEqual([1, 2, 3].map(() => [0n, 1n, 2n, 3n, 4n]));
  });

  test('an empty dataset has no batch to give, and no order to draw', () => {
    const empty = new TensorDataset(torch.zeros([0]));
    expect([...new DataLoader(empty)]).toEqual([]);
    expect(() => next(new DataLoader(empty))).toThrow('no batches');
    expect(() => new DataLoader(empty, { shuffle: true })).toThrow('no rows');
    expect(() => new DataLoader(empty, { batch_size: 1.5 })).toThrow('batch_size');
  });
});

describe('TensorDataset', () => {
  test('gives a row of each tensor, from the end if negative', () => {
    expect(
      rows()
        .at(-1)
        .map((t) => t.tolist()),
    ).toEqual([4n, [8n, 9n]]);
    expect(() => rows().at(5)).toThrow();
  });

  test('needs tensors, and as many rows in each', () => {
    expect(() => new TensorDataset()).toThrow('no tensors');
    expect(() => new TensorDataset(torch.ones([2]), torch.ones([3]))).toThrow('rows');
  });
});
