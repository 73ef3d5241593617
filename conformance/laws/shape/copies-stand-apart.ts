import fc from 'fast-check';
import { type Shape, shape, volume } from '../../arbitraries/shape.ts';
import { nested } from '../../arbitraries/tensor.ts';
import { whole } from '../../arbitraries/whole.ts';
import { both, givesView, joins, not, unary } from '../../pages/families.ts';
import { pages } from '../../pages/pages.gen.ts';
import type { Dtype, Expectation, OpStep } from '../../values/case.ts';
import { all, same, tensorOf } from '../claims.ts';
import { dtypeOfAlike } from '../dtype-of-alike.ts';
import { every } from '../family.ts';
import type { Law } from '../law.ts';
import { anyNumeric } from '../offered.ts';
import { inOrder } from './places.ts';

const joining = every(joins);
const alone = every(both(unary, not(givesView)));

/** A tensor all of whose elements are one number. */
const full = (value: number, dtype: Dtype, of: Shape): Expectation => ({
  dtype,
  shape: of,
  data: nested(new Array<number>(volume(of)).fill(value), of),
  tolerance: 'exact',
});

/** Each op makes a new tensor twice, of the tensor and of another with the same elements. */
export const copiesStandApart: Law = {
  id: 'shape/copies-stand-apart',
  title:
    'what is no view, such as clone, cat and an index tensor, copies: writing to either side leaves the other as it was',
  clauses: ['views.C2', 'clone.C1', 'cat.C5', 'getitem.C2'],
  families: [joining, alone],
  trials: (lab) =>
    anyNumeric(lab, (dtype) =>
      shape({ minRank: 1, maxRank: 3, maxSize: 3, filled: true }).chain((from) => {
        const steps = fc.oneof(
          joining.any.map(
            (op) =>
              (x: string): OpStep => ({ op, in: [[x]] }),
          ),
          alone.taking(dtype).map(
            (op) =>
              (x: string): OpStep => ({ op, in: [x] }),
          ),
          fc.constant((x: string): OpStep => ({ op: 'getitem', in: [x], with: { index: [{ ref: 'i' }] } })),
        );
        return fc.record({ x: whole(dtype, from), step: steps }).map(({ x, step }) => {
          const { op } = step('x');
          const i = { dtype: 'int64' as const, shape: [from[0]!], data: inOrder([from[0]!]) };
          return {
            inputs: { x, twin: x, i },
            ops: [
              { ...step('twin'), out: 'due' },
              { ...step('x'), out: 'written' },
              { op: 'fill_', in: ['written', 8] },
              { ...step('x'), out: 'copy' },
              { op: 'fill_', in: ['x', 9] },
            ],
            // On a CPU, PyTorch 1 has no kernels of some ops for float16.
            mayRaise: dtype === 'float16' ? 1 : 0,
            observe: ['due', 'written', 'copy', 'x'],
            statement: ({ due }) => {
              const to = joins(pages[op]!) ? (tensorOf(due)?.shape ?? from) : from;
              const written = full(8, op === 'getitem' ? dtype : dtypeOfAlike(op, dtype), to);
              return all({ written, copy: same(due!), x: full(9, dtype, from) });
            },
          };
        });
      }),
    ),
};
