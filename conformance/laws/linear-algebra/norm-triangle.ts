import fc from 'fast-check';
import { shape } from '../../arbitraries/shape.ts';
import { tensor } from '../../arbitraries/tensor.ts';
import type { Literal } from '../../values/case.ts';
import { all, numbers } from '../claims.ts';
import type { Law } from '../law.ts';
import { wideFloat } from '../offered.ts';

/** For p below 1 it does not hold. */
const ofAnything: readonly Literal[] = [1, 2, 3, 1.5];
const ofSomething: readonly Literal[] = [...ofAnything, { float: 'Infinity' }];

/** For what was lost in rounding: without it a tensor and twice itself would not hold. */
const MARGIN = { relative: 1e-5, absolute: 1e-6 };

export const normTriangle: Law = {
  id: 'linear-algebra/norm-triangle',
  title: 'the norm of a sum is no more than the sum of the norms, and no less than their difference',
  clauses: ['norm.C1', 'norm.C2'],
  trials: (lab) =>
    wideFloat(lab, (dtype) =>
      // No elements have no infinity norm.
      shape({ maxRank: 2, maxSize: 4, filled: true }).chain((from) =>
        fc
          .record({
            inputs: fc.record({ a: tensor(dtype, from), b: tensor(dtype, from) }),
            p: fc.constantFrom(...(from.includes(0) ? ofAnything : ofSomething)),
          })
          .map(({ inputs, p }) => ({
            inputs,
            ops: [
              { op: 'add', in: ['a', 'b'], out: 'sum' },
              { op: 'norm', in: ['a'], with: { p }, out: 'x' },
              { op: 'norm', in: ['b'], with: { p }, out: 'y' },
              { op: 'norm', in: ['sum'], with: { p }, out: 'z' },
            ],
            observe: ['x', 'y', 'z'],
            statement: ({ x, y }) => {
              const [first = 0, second = 0] = [...numbers(x), ...numbers(y)];
              const margin = MARGIN.absolute + MARGIN.relative * (first + second);
              return all({ z: { below: first + second + margin, above: Math.abs(first - second) - margin } });
            },
          })),
      ),
    ),
};
