import fc from 'fast-check';
import { whole } from '../../arbitraries/whole.ts';
import { raises } from '../claims.ts';
import type { Law } from '../law.ts';
import { forms, shapesOf } from './forms.ts';
import { sides } from './operands.ts';
import { wideNumeric } from './precision.ts';

/** The first op is the control: the same product with the second operand as it has to be. A size of 1 is not stretched. */
export const innerMismatch: Law = {
  id: 'linear-algebra/inner-mismatch-raises',
  title: 'inner sizes that differ raise, also where one of them is 1 or 0',
  clauses: ['matmul.C4', 'mm.C3', 'mv.C3', 'dot.C3', 'vdot.C3', 'bmm.C3'],
  trials: (lab) =>
    wideNumeric(lab, (dtype) =>
      fc
        .tuple(fc.constantFrom(...forms), sides(3), fc.nat({ max: 4 }))
        .filter(([, [, m], other]) => m !== other)
        .chain(([form, [n = 1, m = 1, p = 1], other]) => {
          const { op } = form;
          const [first, second] = shapesOf(form, [n, m, p]);
          const [, mismatched] = shapesOf(form, [n, other, p]);
          return fc
            .record({ a: whole(dtype, first), b: whole(dtype, second), wrong: whole(dtype, mismatched) })
            .map((inputs) => ({
              inputs,
              ops: [
                { op, in: ['a', 'b'], out: 'control' },
                { op, in: ['a', 'wrong'], out: 'c' },
              ],
              observe: [],
              statement: () => raises('shape_mismatch', 1),
            }));
        }),
    ),
};
