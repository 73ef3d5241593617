import { applyInPlace, checkApart } from '../../apply/in-place.ts';
import { apply, type Dtypes, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { Operand } from '../../autograd/vjp.ts';
import { copyInto } from '../../kernels/convert.ts';
import { addAt } from '../../kernels/places.ts';
import { normalizeDim, type Shape, sameShape, shapeText } from '../../memory/shape.ts';
import { raise } from '../../numbers/errors.ts';
import type { Scalar } from '../../numbers/scalar.ts';
import { checkVector, offsetsAlong, placesIn } from './one-axis.ts';

/**
 * `input` with `alpha` times each slice of `source` along `dim` added to the slice that `index` names; what is named several
 * times gets all of them.
 *
 *     out[…, i, …] = input[…, i, …] + alpha·Σ source[…, j, …] over the j whose index is i
 *
 * Raises shape_mismatch, dtype_mismatch (a source of another dtype), index_out_of_range (a negative index too),
 * unsupported_dtype (an index of no int32 or int64).
 * Source: torch.index_add.
 */
export function index_add(
  input: Tensor,
  dim: number,
  index: Tensor,
  source: Tensor,
  { alpha = 1 }: IndexAddOptions = {},
): Tensor {
  checkVector('index_add', index);
  return apply(op, [input, index, source], { dim: normalizeDim(dim, input.ndim), alpha });
}

/**
 * `index_add` into `self`.
 *
 *     self[…, index[j], …] ← self[…, index[j], …] + alpha·source[…, j, …], for one j after the other
 *
 * Raises as `index_add`, and leaf_inplace, invalid_argument (an operand that shares memory with self).
 * Source: torch.Tensor.index_add_.
 */
export function index_add_(
  self: Tensor,
  dim: number,
  index: Tensor,
  source: Tensor,
  { alpha = 1 }: IndexAddOptions = {},
): Tensor {
  checkVector('index_add_', index);
  checkApart('index_add_', self, [index, source]);
  return applyInPlace(op, self, [index, source], { dim: normalizeDim(dim, self.ndim), alpha });
}

export interface IndexAddOptions {
  /** Multiplies the source; toward zero as an integer where the source is of integers. Default: 1. */
  readonly alpha?: Scalar;
}

function checkShapes(input: Shape, index: Shape, source: Shape, dim: number): Shape {
  const count = index[0] ?? 1;
  const due = input.length === 0 ? input : input.with(dim, count);
  if (sameShape(source, due) && (input.length > 0 || count === 1)) return input;
  return raise('shape_mismatch', `index_add: a source of shape ${shapeText(source)} is not of ${shapeText(due)}`);
}

function oneDtype([input, , source]: readonly Operand[]): Dtypes {
  const [own, other] = [(input as Tensor).dtype, (source as Tensor).dtype];
  if (own !== other) raise('dtype_mismatch', `index_add: the source is of ${other}, the input of ${own}`);
  return { compute: [own, 'int64', own], result: own };
}

interface Addition {
  readonly dim: number;
  readonly alpha: Scalar;
}

const op: Op<Addition> = {
  name: 'index_add',
  shape: ([input, index, source], { dim }) => checkShapes(input!, index!, source!, dim),
  dtype: oneDtype,
  layout: 'row-major',
  // out[…, index[j], …] += alpha·source[…, j, …]
  forward: (out, [input, index, source], { dim, alpha }) => {
    copyInto(out, input!);
    addAt(out, offsetsAlong(out, dim, placesIn(index!, out.shape[dim] ?? 1)), source!, alpha);
  },
  // d input = d out; d source[…, j, …] = alpha·d out[…, index[j], …]
  vjp: {
    gradFn: 'IndexAddBackward0',
    rules: [
      (grad) => grad,
      null,
      (grad, saved) => {
        saved.input(2); // as in PyTorch, which reads its shape
        return grad.index_select(saved.options.dim, saved.input(1)).mul(saved.options.alpha);
      },
    ],
  },
};
