import fc from 'fast-check';
import { leaf } from '../../arbitraries/tensor.ts';
import type { OpStep } from '../../values/case.ts';
import { all } from '../claims.ts';
import type { Law, Trial } from '../law.ts';
import { chain, origin } from './chain.ts';
import { drawn, small } from './operands.ts';
import { finest } from './precision.ts';

/** Not used at all, only by another result, or only as a constant. */
const uses: readonly (readonly OpStep[])[] = [
  [],
  [{ op: 'mul', in: ['u', 2], out: 'elsewhere' }],
  [
    { op: 'detach', in: ['u'], out: 'constant' },
    { op: 'mul', in: ['x', 'constant'], out: 'elsewhere' },
  ],
];

/** Null, not zeros: no path leads there. */
export const unusedLeaf: Law = {
  id: 'gradients/unused-leaf',
  title: 'a leaf that the result does not depend on gets no gradient',
  clauses: ['autograd.C7'],
  trials: (lab) =>
    finest(lab, (precision) =>
      small().chain((shape) =>
        chain(precision, { from: 'x', shape, mark: 'y' }).chain((f) =>
          fc
            .record({
              x: origin(precision, shape),
              u: origin(precision, shape),
              c: drawn(precision, f.shape, { low: -2, high: 2 }),
              use: fc.constantFrom(...uses),
            })
            .map(
              ({ x, u, c, use }): Trial => ({
                inputs: { x: leaf(x), u: leaf(u), ...f.inputs, c },
                ops: [...use, ...f.steps, { op: 'backward', in: [f.out, 'c'] }],
                observe: ['x.grad', 'u.grad'],
                // That x has one shows that the pass was made.
                statement: () => all({ 'x.grad': { dtype: precision.dtype, shape }, 'u.grad': { null: true } }),
              }),
            ),
        ),
      ),
    ),
};
