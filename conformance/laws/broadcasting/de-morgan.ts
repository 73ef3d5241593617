import fc from 'fast-check';
import { broadcastable } from '../../arbitraries/shape.ts';
import { tensor } from '../../arbitraries/tensor.ts';
import { all, same } from '../claims.ts';
import type { Law } from '../law.ts';

/** ¬(a ∧ b) = ¬a ∨ ¬b, of numbers of any dtype and of two dtypes: what counts as true is the same to all three. */
export const deMorgan: Law = {
  id: 'broadcasting/de-morgan',
  title: 'what is not both is one that is not, or the other',
  clauses: ['logical_not.C2', 'logical_and.C2', 'logical_or.C2', 'logical_and.C4', 'logical_or.C4'],
  trials: ({ dtypes }) =>
    fc
      .tuple(fc.constantFrom(...dtypes), fc.constantFrom(...dtypes), broadcastable())
      .chain(([first, second, [a = [], b = []]]) =>
        fc
          .record({ a: tensor(first, a, { special: true }), b: tensor(second, b, { special: true }) })
          .map((inputs) => ({
            inputs,
            ops: [
              { op: 'logical_and', in: ['a', 'b'], out: 'both' },
              { op: 'logical_not', in: ['both'], out: 'left' },
              { op: 'logical_not', in: ['a'], out: 'not_a' },
              { op: 'logical_not', in: ['b'], out: 'not_b' },
              { op: 'logical_or', in: ['not_a', 'not_b'], out: 'right' },
            ],
            observe: ['left', 'right'],
            statement: ({ left }) => all({ right: same(left!) }),
          })),
      ),
};
