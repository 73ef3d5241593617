import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { Saved } from '../../autograd/vjp.ts';
import { bigintFold, type FoldRow, fold } from '../../kernels/groups.ts';
import { type Dtype, isFloating } from '../../numbers/dtype.ts';
import { raise } from '../../numbers/errors.ts';
import { ones_like } from '../creation/ones_like.ts';
import { cat } from '../shape/cat.ts';
import { narrow } from '../shape/narrow.ts';
import { type Reduced, reduce, reducedByNamed, unreduce } from './dims.ts';
import { checkRecordable } from './recordable.ts';

/**
 * The product over one axis `dim`, or over all of them; 1 of nothing.
 *
 *     out[k] = Πᵢ input[k, i], with i over the axes that go
 *
 * Integers and bool become int64, and wrap, unless `dtype` says another. Raises index_out_of_range, invalid_argument (several
 * axes, `keepdim` alone), unsupported_dtype (a recorded product in integers).
 * Source: torch.prod.
 */
export function prod(input: Tensor, options: ProdOptions = {}): Tensor {
  const dtype = options.dtype ?? (isFloating(input.dtype) ? input.dtype : 'int64');
  if (('dim' in options || 'axis' in options) && typeof (options.dim ?? options.axis) !== 'number')
    raise('invalid_argument', 'prod: dim is one axis');
  const reduced = reducedByNamed(input, options);
  checkRecordable(input, dtype, 'prod');
  return apply(op, [input], { ...reduced, dtype });
}

export interface ProdOptions {
  /** The axis to take away. Default: all of them. */
  readonly dim?: number;
  /** numpy's name for `dim`. */
  readonly axis?: number;
  /** Keep the axis, with size 1; only beside `dim`. */
  readonly keepdim?: boolean;
  /** numpy's name for `keepdim`. */
  readonly keepdims?: boolean;
  /** Convert to this first. Default: integers and bool to int64, others as they are. */
  readonly dtype?: Dtype;
}

const productRow: FoldRow = (total, n, a, p, s) => {
  let product = total;
  for (let i = 0; i < n; i++) product *= a[p + i * s]!;
  return product;
};

const op: Op<Reduced & { readonly dtype: Dtype }> = {
  name: 'prod',
  shape: reduce,
  dtype: (_, { dtype }) => ({ compute: dtype, result: dtype }),
  layout: 'row-major',
  // out[k] = Πᵢ input[k, i] over the removed axes i
  forward: (out, [input], { dims }) => {
    if (out.dtype === 'int64') bigintFold(out, input!, dims, 1n, (total, x) => BigInt.asIntN(64, total * x));
    else fold(out, input!, dims, 1, productRow);
  },
  // d out[k] = Σᵢ (Π_{j≠i} input[k, j]) d input[k, i]
  vjp: { gradFn: ({ all }) => (all ? 'ProdBackward0' : 'ProdBackward1'), rules: [gradient] },
};

function gradient(grad: Tensor, saved: Saved<Reduced>): Tensor {
  const x = saved.input(0);
  const result = saved.result();
  const g = unreduce(grad, saved.options, x.shape);
  if (x.ndim === 0) return g;
  // As PyTorch decides it: by all elements, not set by set.
  if (Number(x.eq(0).sum().item()) === 0) return g.mul(unreduce(result, saved.options, x.shape).div(x));
  const { dims, all } = saved.options;
  return g.mul(all ? others(x.reshape([-1]), 0).reshape(x.shape) : others(x, dims[0]!));
}

/** Π_{j≠i} x[j] along an axis: the product of what stands before i, times that of what stands behind it. */
function others(x: Tensor, dim: number): Tensor {
  const each = Array.from({ length: x.shape[dim]! }, (_, i) => narrow(x, dim, i, 1));
  const one = ones_like(each[0]!);
  const running = (parts: readonly Tensor[]): Tensor[] => {
    const products = [one];
    for (const part of parts.slice(0, -1)) products.push(products.at(-1)!.mul(part));
    return products;
  };
  const before = running(each);
  const behind = running(each.toReversed()).toReversed();
  return cat(
    before.map((part, i) => part.mul(behind[i]!)),
    { dim },
  );
}
