import fc from 'fast-check';
import { unbroadcastable } from '../../arbitraries/shape.ts';
import { tensor } from '../../arbitraries/tensor.ts';
import { binary } from '../../pages/families.ts';
import { raises } from '../claims.ts';
import { every } from '../family.ts';
import type { Law } from '../law.ts';

const ops = every(binary);

/** The first op is the control: the very same operand with itself does not raise. */
export const incompatibleRaises: Law = {
  id: 'broadcasting/incompatible-raises',
  title: 'shapes that differ where neither size is 1 raise',
  clauses: ['broadcasting.C2'],
  families: [ops],
  trials: ({ floats }) =>
    floats.length === 0
      ? { lacks: 'a floating dtype' }
      : fc.tuple(ops.any, fc.constantFrom(...floats), unbroadcastable({ maxRank: 3 })).chain(([op, dtype, [a, b]]) =>
          fc.record({ a: tensor(dtype, a), b: tensor(dtype, b) }).map((inputs) => ({
            inputs,
            ops: [
              { op, in: ['a', 'a'], out: 'control' },
              { op, in: ['a', 'b'], out: 'c' },
            ],
            observe: [],
            statement: () => raises('shape_mismatch', 1),
          })),
        ),
};
