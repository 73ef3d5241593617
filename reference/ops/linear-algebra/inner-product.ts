/** What `dot` and `vdot` share: one sum over two vectors. */

import type { Op } from '../../apply/op.ts';
import { multiply } from '../../kernels/matrix-product.ts';
import { type Shape, shapeText } from '../../memory/shape.ts';
import { restride } from '../../memory/view.ts';
import { raise } from '../../numbers/errors.ts';
import type { None } from '../pointwise.ts';
import { oneDtype } from './one-dtype.ts';

const vectors =
  (name: string) =>
  ([a, b]: readonly Shape[]): Shape => {
    const [m, n] = [shapeText(a!), shapeText(b!)];
    if (a!.length !== 1 || b!.length !== 1)
      raise('shape_mismatch', `${name}: expected two vectors, found ${m} and ${n}`);
    if (a![0] !== b![0]) raise('shape_mismatch', `${name}: vectors of unequal lengths, ${m} and ${n}`);
    return [];
  };

export const innerProduct = (name: string, gradFn: string): Op<None> => ({
  name,
  shape: vectors(name),
  dtype: oneDtype,
  layout: 'row-major',
  // out = Σₖ a[k]·b[k]: a row times a column
  forward: (out, [a, b]) => {
    const n = a!.shape[0]!;
    const row = restride(a!, [1, n], [0, a!.strides[0]!]);
    const column = restride(b!, [n, 1], [b!.strides[0]!, 0]);
    multiply(restride(out, [1, 1], [1, 1]), row, column);
  },
  // d(a·b) = b·da + a·db
  vjp: {
    gradFn,
    rules: [(grad, saved) => grad.mul(saved.input(1)), (grad, saved) => grad.mul(saved.input(0))],
  },
});
