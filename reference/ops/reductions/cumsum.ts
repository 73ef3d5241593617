import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { groupsAlong, type LaneRow, lanes } from '../../kernels/groups.ts';
import { normalizeDim } from '../../memory/shape.ts';
import type { View } from '../../memory/view.ts';
import { type Dtype, isFloating } from '../../numbers/dtype.ts';
import { checkRecordable } from './recordable.ts';

/**
 * Running sums along the axis `dim`.
 *
 *     out[i] = Σₖ input[k], k ≤ i along `dim`
 *
 * The input's shape; integers and bool become int64 unless `dtype` says another. Raises index_out_of_range,
 * unsupported_dtype (a recorded sum in integers).
 * Source: torch.cumsum.
 */
export function cumsum(input: Tensor, dim: number, options: CumsumOptions = {}): Tensor {
  const dtype = options.dtype ?? (isFloating(input.dtype) ? input.dtype : 'int64');
  checkRecordable(input, dtype, 'cumsum');
  return apply(op, [input], { dim: normalizeDim(dim, input.ndim), dtype, reverse: false });
}

export interface CumsumOptions {
  /** Convert to this before summing. Default: integers and bool to int64, others as they are. */
  readonly dtype?: Dtype;
}

interface Running {
  readonly dim: number;
  readonly dtype: Dtype;
  /** From the end. */
  readonly reverse: boolean;
}

// out[i] = Σₖ a[k], k ≤ i, in float64
const row: LaneRow = (n, out, o, t, a, p, s) => {
  let total = 0;
  for (let i = 0; i < n; i++) {
    total += a[p + i * s]!;
    out[o + i * t] = total;
  }
};

// out[i] = Σₖ a[k], k ≥ i
const reverseRow: LaneRow = (n, out, o, t, a, p, s) => row(n, out, o + (n - 1) * t, -t, a, p + (n - 1) * s, -s);

/** The same for int64, which is not differentiable and so never needs the reverse. */
export function bigintLanes(
  out: View,
  input: View,
  dim: number,
  first: bigint,
  f: (total: bigint, x: bigint) => bigint,
): void {
  const dims = input.shape.length === 0 ? [] : [dim];
  const [from, to] = [groupsAlong(input, dims), groupsAlong(out, dims)];
  const [x, y] = [input.bigints, out.bigints];
  from.starts.forEach((start, k) => {
    let total = first;
    for (let i = 0; i < from.n; i++) {
      total = BigInt.asIntN(64, f(total, x[start + i * from.step]!));
      y[to.starts[k]! + i * to.step] = total;
    }
  });
}

const op: Op<Running> = {
  name: 'cumsum',
  shape: ([input]) => input!,
  dtype: (_, { dtype }) => ({ compute: dtype, result: dtype }),
  layout: 'row-major',
  forward: (out, [input], { dim, reverse }) => {
    if (out.dtype === 'int64') bigintLanes(out, input!, dim, 0n, (total, x) => total + x);
    else lanes(out, input!, dim, reverse ? reverseRow : row);
  },
  // d input[i] = Σₖ d out[k], k ≥ i
  vjp: {
    gradFn: 'CumsumBackward0',
    rules: [(grad, { options }) => apply(op, [grad], { ...options, reverse: !options.reverse })],
  },
};
