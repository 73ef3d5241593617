import fc from 'fast-check';
import { broadcastable, type Shape } from '../../arbitraries/shape.ts';
import { nested, tensor } from '../../arbitraries/tensor.ts';
import { binary } from '../../pages/families.ts';
import { all, raises } from '../claims.ts';
import { dtypeOfAlike } from '../dtype-of-alike.ts';
import { every } from '../family.ts';
import type { Law } from '../law.ts';
import { anyFloat } from '../offered.ts';
import { joint } from './reading.ts';

/** Two shapes that broadcast, of which the first then gets size 0 and the second `beside` on one axis that both have. */
const beside = (size: number): fc.Arbitrary<[Shape, Shape]> =>
  fc
    .tuple(broadcastable(2, { minRank: 1, maxRank: 4, filled: true }), fc.nat(), fc.boolean())
    .map(([[a = [], b = []], at, turned]): [Shape, Shape] => {
      const back = 1 + (at % Math.max(1, Math.min(a.length, b.length)));
      const put = (s: Shape, n: number) => (s.length === 0 ? [n] : s.with(s.length - back, n));
      return turned ? [put(b, size), put(a, 0)] : [put(a, 0), put(b, size)];
    });

const anySize = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(0, 1) },
  { weight: 1, arbitrary: fc.integer({ min: 2, max: 4 }) },
);

const ops = every(binary);

export const zeroSize: Law = {
  id: 'broadcasting/zero-size',
  title: 'size 1 stretches to 0, and any other size beside 0 raises',
  clauses: ['broadcasting.C6'],
  families: [ops],
  trials: (lab) =>
    anyFloat(lab, (dtype) =>
      anySize
        .chain((size) => fc.tuple(ops.any, fc.constant(size > 1), beside(size)))
        .chain(([op, wrong, [a, b]]) =>
          fc.record({ a: tensor(dtype, a), b: tensor(dtype, b) }).map((inputs) => ({
            inputs,
            ops: [
              { op, in: ['a', 'a'], out: 'control' },
              { op, in: ['a', 'b'], out: 'c' },
            ],
            observe: wrong ? [] : ['c'],
            statement: () => {
              if (wrong) return raises('shape_mismatch', 1);
              const shape = joint(a, b);
              return all({ c: { dtype: dtypeOfAlike(op, dtype), shape, data: nested([], shape) } });
            },
          })),
        ),
    ),
};
