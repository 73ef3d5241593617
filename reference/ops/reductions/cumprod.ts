import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { Saved } from '../../autograd/vjp.ts';
import { type LaneRow, lanes } from '../../kernels/groups.ts';
import { normalizeDim } from '../../memory/shape.ts';
import { type Dtype, isFloating } from '../../numbers/dtype.ts';
import { where } from '../arithmetic/where.ts';
import { cat } from '../shape/cat.ts';
import { narrow } from '../shape/narrow.ts';
import { bigintLanes, type CumsumOptions } from './cumsum.ts';
import { checkRecordable } from './recordable.ts';

/**
 * Running products along the axis `dim`.
 *
 *     out[i] = Πₖ input[k], k ≤ i along `dim`
 *
 * The input's shape; integers and bool become int64, and wrap, unless `dtype` says another. Raises index_out_of_range,
 * unsupported_dtype (a recorded product in integers).
 * Source: torch.cumprod.
 */
export function cumprod(input: Tensor, dim: number, options: CumsumOptions = {}): Tensor {
  const dtype = options.dtype ?? (isFloating(input.dtype) ? input.dtype : 'int64');
  checkRecordable(input, dtype, 'cumprod');
  return apply(op, [input], { dim: normalizeDim(dim, input.ndim), dtype });
}

interface Running {
  readonly dim: number;
  readonly dtype: Dtype;
}

// out[i] = Πₖ a[k], k ≤ i, in float64
const row: LaneRow = (n, out, o, t, a, p, s) => {
  let product = 1;
  for (let i = 0; i < n; i++) {
    product *= a[p + i * s]!;
    out[o + i * t] = product;
  }
};

const op: Op<Running> = {
  name: 'cumprod',
  shape: ([input]) => input!,
  dtype: (_, { dtype }) => ({ compute: dtype, result: dtype }),
  layout: 'row-major',
  forward: (out, [input], { dim }) => {
    if (out.dtype === 'int64') bigintLanes(out, input!, dim, 1n, (product, x) => product * x);
    else lanes(out, input!, dim, row);
  },
  // d input[i] = Πⱼ input[j], j < i, times Σₖ g[k]·Πⱼ input[j], i < j ≤ k
  vjp: { gradFn: 'CumprodBackward0', rules: [gradient] },
};

// The sum over k ≥ i is g[i] + input[i + 1] times that over k ≥ i + 1: no division, so that zeros are nothing special.
function gradient(grad: Tensor, saved: Saved<Running>): Tensor {
  const x = saved.input(0);
  saved.result();
  if (x.ndim === 0) return grad;
  const { dim } = saved.options;
  const n = x.shape[dim]!;
  if (x.numel() === 0) return grad;
  const at = (t: Tensor, i: number): Tensor => narrow(t, dim, i, 1);
  const behind = [at(grad, n - 1)];
  for (let i = n - 2; i >= 0; i--) behind.unshift(at(grad, i).add(at(x, i + 1).mul(behind[0]!)));
  const parts: Tensor[] = [];
  // 1, which depends on the element all the same, so that the gradient has one of its own, of 0.
  const isZero = at(x, 0).eq(0);
  let before = where(isZero.ne(isZero), at(x, 0), 1);
  for (let i = 0; i < n; i++) {
    parts.push(before.mul(behind[i]!));
    before = before.mul(at(x, i));
  }
  return cat(parts, { dim });
}
