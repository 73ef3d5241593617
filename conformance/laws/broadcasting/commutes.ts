import fc from 'fast-check';
import { broadcastable } from '../../arbitraries/shape.ts';
import { tensor } from '../../arbitraries/tensor.ts';
import { binary, both, symmetric } from '../../pages/families.ts';
import { all } from '../claims.ts';
import { every } from '../family.ts';
import type { Law } from '../law.ts';
import { inEitherOrder } from '../order.ts';

const ops = every(both(binary, symmetric));

/** a ∘ b = b ∘ a, whatever is stretched; also of `add`, whose option `alpha` alone keeps it from being symmetric. */
export const commutes: Law = {
  id: 'broadcasting/commutes',
  title: 'what has symmetric operands, such as add, mul and eq, gives the same for either order of them',
  clauses: ['broadcasting.C1', 'add.C1', 'mul.C1', 'eq.C1'],
  families: [ops],
  trials: ({ dtypes }) =>
    fc
      .tuple(fc.constantFrom('add', ...ops.ops), fc.constantFrom(...dtypes), broadcastable())
      .chain(([op, dtype, [a = [], b = []]]) =>
        fc.record({ a: tensor(dtype, a, { special: true }), b: tensor(dtype, b, { special: true }) }).map((inputs) => ({
          inputs,
          ops: [
            { op, in: ['a', 'b'], out: 'ab' },
            { op, in: ['b', 'a'], out: 'ba' },
          ],
          observe: ['ab', 'ba'],
          statement: ({ ab }) => all({ ba: inEitherOrder(op, ab!) }),
        })),
      ),
};
