import fc from 'fast-check';
import { nested } from '../../arbitraries/tensor.ts';
import { all } from '../claims.ts';
import type { Law } from '../law.ts';

/** Powers of two, up to 2²²: float32 holds their sum, and no other rows have it, as many as they are. */
const powers = (rows: number): number[] => Array.from({ length: rows }, (_, i) => 2 ** i);

export const lastBatch: Law = {
  id: 'random/last-batch',
  title: 'a pass gives every row, the last batch with what is left over, or without it by drop_last',
  clauses: ['data.DataLoader.C1', 'data.DataLoader.C2', 'data.DataLoader.C6'],
  trials: ({ floats }) =>
    !floats.includes('float32')
      ? { lacks: 'dtype float32' }
      : fc
          .tuple(fc.integer({ min: 1, max: 23 }), fc.integer({ min: 1, max: 8 }), fc.boolean(), fc.boolean())
          .filter(([rows, size]) => size <= rows)
          .map(([rows, size, shuffle, drop_last]) => {
            const given = (data: readonly number[]) =>
              ({ dtype: 'float32', shape: [rows], data: nested(data, [rows]) }) as const;
            const kept = drop_last ? rows - (rows % size) : rows;
            const whole = kept === rows || !shuffle;
            const sum = powers(kept).reduce((total, one) => total + one, 0);
            return {
              inputs: {
                x: given(powers(rows)),
                one: given(powers(rows).map(() => 1)),
                total: { dtype: 'float32', shape: [1], data: [0] },
                count: { dtype: 'float32', shape: [1], data: [0] },
              },
              ops: [
                { op: 'data.TensorDataset', in: ['x', 'one'], out: 'set' },
                {
                  op: 'data.DataLoader',
                  in: ['set'],
                  with: { batch_size: size, shuffle, drop_last },
                  out: 'loader',
                },
                {
                  for: ['a', 'b'],
                  of: 'loader',
                  ops: [
                    { op: 'sum', in: ['a'], out: 's' },
                    { op: 'add', in: ['total', 's'], out: 'total' },
                    { op: 'sum', in: ['b'], out: 'n' },
                    { op: 'add', in: ['count', 'n'], out: 'count' },
                  ],
                },
                { op: 'len', in: ['loader'], out: 'batches' },
              ],
              observe: ['total', 'count', 'a', 'batches'],
              statement: () =>
                all({
                  count: { dtype: 'float32', shape: [1], data: [kept] },
                  a: { shape: [kept % size || size] },
                  batches: { value: Math.ceil(kept / size) },
                  ...(whole && { total: { dtype: 'float32', shape: [1], data: [sum] } }),
                }),
            };
          }),
};
