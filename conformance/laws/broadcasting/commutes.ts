import fc from 'fast-check';
import { broadcastable } from '../../arbitraries/shape.ts';
import { tensor } from '../../arbitraries/tensor.ts';
import { all, same } from '../claims.ts';
import type { Law } from '../law.ts';

/** a ∘ b = b ∘ a, whatever is stretched. */
export const commutes: Law = {
  id: 'broadcasting/commutes',
  title: 'add, mul and eq give the same for either order of their operands',
  clauses: ['broadcasting.C1', 'add.C1', 'mul.C1', 'eq.C1'],
  trials: ({ dtypes }) =>
    fc
      .tuple(fc.constantFrom('add', 'mul', 'eq'), fc.constantFrom(...dtypes), broadcastable())
      .chain(([op, dtype, [a = [], b = []]]) =>
        fc.record({ a: tensor(dtype, a, { special: true }), b: tensor(dtype, b, { special: true }) }).map((inputs) => ({
          inputs,
          ops: [
            { op, in: ['a', 'b'], out: 'ab' },
            { op, in: ['b', 'a'], out: 'ba' },
          ],
          observe: ['ab', 'ba'],
          statement: ({ ab }) => all({ ba: same(ab!) }),
        })),
      ),
};
