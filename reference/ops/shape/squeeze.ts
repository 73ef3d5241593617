import { applyView, type ViewOp } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { distinctDims } from '../../memory/shape.ts';
import { restride } from '../../memory/view.ts';

/**
 * Takes away axes of size 1 from `input`: all of them, or those that `dim` names. A view.
 *
 *     out[…] = input[…, 0, …]
 *
 * Raises index_out_of_range, invalid_argument (an axis given twice).
 * Source: torch.squeeze.
 */
export function squeeze(input: Tensor, { axis, dim = axis }: SqueezeOptions = {}): Tensor {
  const named = dim === undefined ? null : distinctDims(typeof dim === 'number' ? [dim] : dim, input.ndim);
  const dims = input.shape.flatMap((n, i) => (n === 1 && (named === null || named.includes(i)) ? [i] : []));
  return applyView(op, input, { dims, gradFn: gradFnOf(dim) });
}

export interface SqueezeOptions {
  /** The axes to take away, those of them whose size is 1. */
  readonly dim?: number | readonly number[];
  /** numpy's name for `dim`. */
  readonly axis?: number | readonly number[];
}

// out[…] = input[…, 0, …], for each axis in dims
const op: ViewOp<{ readonly dims: readonly number[]; readonly gradFn: string }> = {
  name: 'squeeze',
  view: (input, { dims }) => {
    const kept = <E>(_: E, axis: number): boolean => !dims.includes(axis);
    return restride(input, input.shape.filter(kept), input.strides.filter(kept));
  },
  // d input is d out with the axes put back
  vjp: {
    gradFn: ({ gradFn }) => gradFn,
    rules: [(grad, saved) => grad.reshape(saved.shape(0))],
  },
};

const gradFnOf = (dim: SqueezeOptions['dim']): string =>
  `SqueezeBackward${dim === undefined ? 0 : typeof dim === 'number' ? 1 : 2}`;
