/** What `tril` and `triu` have in common. */

import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { copyInto } from '../../kernels/convert.ts';
import { checkIntegers } from '../../memory/shape.ts';
import { raise } from '../../numbers/errors.ts';
import { promoted } from '../pointwise.ts';

export interface TriangleOptions {
  /** Which diagonal is the last that is kept: 0 is the main one, above it they count up. Default: 0. */
  readonly diagonal?: number;
}

interface Triangle {
  readonly diagonal: number;
  readonly side: 'lower' | 'upper';
}

/** The part of each matrix on one side of a diagonal, with it. Raises shape_mismatch, invalid_argument. */
export function triangle(name: string, input: Tensor, side: Triangle['side'], diagonal: number): Tensor {
  if (input.ndim < 2) raise('shape_mismatch', `${name}: a tensor of ${input.ndim} axes holds no matrix`);
  checkIntegers([diagonal]);
  return apply(op, [input], { diagonal, side });
}

const op: Op<Triangle> = {
  name: 'triangle',
  shape: ([input]) => input!,
  dtype: promoted,
  layout: 'row-major',
  // out[…, i, j] = input[…, i, j] on the side of j - i = diagonal that is kept, 0 beyond
  forward: (out, [input], { diagonal, side }) => {
    copyInto(out, input!);
    const [rows, columns] = [out.shape.at(-2)!, out.shape.at(-1)!];
    const to = out.storage.buffer;
    for (let at = 0; at < to.length; at++) {
      const distance = (at % columns) - (Math.floor(at / columns) % rows) - diagonal;
      if (side === 'lower' ? distance > 0 : distance < 0) to[at] = to instanceof BigInt64Array ? 0n : 0;
    }
  },
  // d input is the same part of d out
  vjp: {
    gradFn: ({ side }) => (side === 'lower' ? 'TrilBackward0' : 'TriuBackward0'),
    rules: [(grad, { options }) => apply(op, [grad], options)],
  },
};
