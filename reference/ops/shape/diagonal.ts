import { applyView, type ViewOp } from '../../apply/op.ts';
import { Tensor } from '../../autograd/tensor.ts';
import { checkIntegers, normalizeDim } from '../../memory/shape.ts';
import { emptyView, restride, type View } from '../../memory/view.ts';
import { raise } from '../../numbers/errors.ts';

/**
 * The elements of `input` on a diagonal of two of its axes, along an axis that comes last. A view.
 *
 *     out[…, k] = input[…, k + max(-offset, 0), …, k + max(offset, 0), …]
 *
 * Raises index_out_of_range, invalid_argument (one axis twice).
 * Source: torch.diagonal.
 */
export function diagonal(input: Tensor, { offset = 0, dim1 = 0, dim2 = 1 }: DiagonalOptions = {}): Tensor {
  const [first, second] = [normalizeDim(dim1, input.ndim), normalizeDim(dim2, input.ndim)];
  if (first === second) raise('invalid_argument', 'diagonal: the two axes must be different ones');
  checkIntegers([offset]);
  return applyView(op, input, { offset, first, second });
}

export interface DiagonalOptions {
  /** Which diagonal: 0 is the main one, above it they count up. Default: 0. */
  readonly offset?: number;
  /** The axis of rows. Default: the first. */
  readonly dim1?: number;
  /** The axis of columns. Default: the second. */
  readonly dim2?: number;
}

interface Diagonal {
  readonly offset: number;
  readonly first: number;
  readonly second: number;
}

/** The elements on a diagonal of a view. */
export function diagonalOf(view: View, { offset, first, second }: Diagonal): View {
  const [down, right] = [Math.max(-offset, 0), Math.max(offset, 0)];
  const length = Math.max(0, Math.min(view.shape[first]! - down, view.shape[second]! - right));
  const start = length === 0 ? 0 : down * view.strides[first]! + right * view.strides[second]!;
  const others = <E>(_: E, axis: number): boolean => axis !== first && axis !== second;
  return restride(
    view,
    [...view.shape.filter(others), length],
    [...view.strides.filter(others), view.strides[first]! + view.strides[second]!],
    view.offset + start,
  );
}

const op: ViewOp<Diagonal> = {
  name: 'diagonal',
  view: diagonalOf,
  // Elements beside the diagonal get 0.
  vjp: {
    gradFn: 'DiagonalBackward0',
    rules: [
      (grad, saved) => {
        const all = new Tensor(emptyView(grad.dtype, saved.shape(0)));
        applyView(op, all, saved.options).copy_(grad);
        return all;
      },
    ],
  },
};
