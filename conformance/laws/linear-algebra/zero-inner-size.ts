import fc from 'fast-check';
import { type Shape, size, volume } from '../../arbitraries/shape.ts';
import { nested } from '../../arbitraries/tensor.ts';
import { all } from '../claims.ts';
import type { Law } from '../law.ts';
import { forms, resultOf, shapesOf } from './forms.ts';
import { wideNumeric } from './precision.ts';

export const zeroInnerSize: Law = {
  id: 'linear-algebra/zero-inner-size-gives-zeros',
  title: 'a product over an axis without elements is 0 everywhere, in the shape of the outer axes',
  clauses: ['matmul.C6', 'mm.C2', 'mv.C2', 'dot.C2', 'vdot.C2', 'bmm.C2'],
  trials: (lab) =>
    wideNumeric(lab, (dtype) =>
      fc.tuple(fc.constantFrom(...forms), size(3), size(3)).map(([form, n, p]) => {
        const { op } = form;
        const [first, second] = shapesOf(form, [n, 0, p]);
        const empty = (shape: Shape) => ({ dtype, shape, data: nested([], shape) });
        const shape = resultOf(form, [n, 0, p]);
        const zeros = nested(new Array<number>(volume(shape)).fill(0), shape);
        return {
          inputs: { a: empty(first), b: empty(second) },
          ops: [{ op, in: ['a', 'b'], out: 'c' }],
          observe: ['c'],
          statement: () => all({ c: { dtype, shape, data: zeros, tolerance: 'exact' } }),
        };
      }),
    ),
};
