import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { fold } from '../../kernels/groups.ts';
import { type Dtype, isFloating } from '../../numbers/dtype.ts';
import { raise } from '../../numbers/errors.ts';
import { type DimOptions, type Reduced, reduce, reducedByNamed, sizeOfGroups, unreduce } from './dims.ts';
import { sumRow } from './sum.ts';

/**
 * The mean over the axes `dim`, or over all of them; NaN of nothing.
 *
 *     out[k] = 1/n Σᵢ input[k, i], with i over the n elements of the axes that go
 *
 * In the input's dtype or `dtype`, which is converted to first. Raises unsupported_dtype (neither is floating),
 * index_out_of_range, invalid_argument (an axis twice, `keepdim` alone).
 * Source: torch.mean.
 */
export function mean(input: Tensor, options: MeanOptions = {}): Tensor {
  return apply(op, [input], { ...reducedByNamed(input, options), dtype: options.dtype ?? input.dtype });
}

export interface MeanOptions extends DimOptions {
  /** Convert to this floating dtype first. */
  readonly dtype?: Dtype;
}

const op: Op<Reduced & { readonly dtype: Dtype }> = {
  name: 'mean',
  shape: reduce,
  dtype: (_, { dtype }) => {
    if (!isFloating(dtype)) raise('unsupported_dtype', `mean: ${dtype} is not floating; give a floating dtype`);
    return { compute: dtype, result: dtype };
  },
  layout: 'row-major',
  // out[k] = 1/n Σᵢ input[k, i] over the n elements of the removed axes
  forward: (out, [input], { dims }) => {
    const n = sizeOfGroups(input!.shape, dims);
    fold(out, input!, dims, 0, sumRow, (total) => total / n);
  },
  // d out[k] = 1/n Σᵢ d input[k, i]
  vjp: {
    gradFn: ({ all }) => (all ? 'MeanBackward0' : 'MeanBackward1'),
    rules: [
      (grad, saved) => {
        const shape = saved.shape(0);
        return unreduce(grad, saved.options, shape).div(sizeOfGroups(shape, saved.options.dims));
      },
    ],
  },
};
