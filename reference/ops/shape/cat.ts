import { apply, type Op } from '../../apply/op.ts';
import { checkTensor, type Tensor } from '../../autograd/tensor.ts';
import { copyInto } from '../../kernels/convert.ts';
import { normalizeDim, type Shape, shapeText } from '../../memory/shape.ts';
import { restride, type View } from '../../memory/view.ts';
import { raise } from '../../numbers/errors.ts';
import { promoted } from '../pointwise.ts';

/**
 * Joins `tensors` along an axis that they have, `dim`; the other sizes are equal.
 *
 *     out[…, oₖ + i, …] = tensors[k][…, i, …],  oₖ the sum of the sizes along `dim` before k
 *
 * The dtype is the promoted one. Raises shape_mismatch, index_out_of_range, invalid_argument (an empty list).
 * Source: torch.cat.
 */
export function cat(tensors: readonly Tensor[], { dim, axis }: CatOptions = {}): Tensor {
  checkTensors(tensors);
  if (tensors.some((t) => t.ndim === 0)) raise('shape_mismatch', 'cat: a 0-d tensor cannot be joined');
  const first = tensors.find((t) => !isPassedOver(t.shape));
  // Where nothing is left to join, PyTorch looks at no dim.
  const along = first === undefined ? 0 : normalizeDim(dim ?? axis ?? 0, first.ndim);
  const starts: number[] = [];
  let next = 0;
  for (const { shape } of tensors) {
    starts.push(next);
    if (!isPassedOver(shape)) next += shape[along] ?? 0;
  }
  return apply(op, tensors, { dim: along, starts });
}

export interface CatOptions {
  readonly dim?: number;
  /** numpy's name for `dim`. */
  readonly axis?: number;
}

// PyTorch passes over a 1-D tensor without elements, whatever the others' shapes; its dtype still counts.
const isPassedOver = (shape: Shape): boolean => shape.length === 1 && shape[0] === 0;

function joined(shapes: readonly Shape[], dim: number): Shape {
  const parts = shapes.filter((shape) => !isPassedOver(shape));
  const first = parts[0] ?? shapes[0]!;
  for (const shape of parts) {
    if (shape.length !== first.length || shape.some((n, i) => i !== dim && n !== first[i])) {
      raise('shape_mismatch', `cat: ${shapeText(shape)} does not join ${shapeText(first)} along dim ${dim}`);
    }
  }
  return first.with(
    dim,
    parts.reduce((total, shape) => total + shape[dim]!, 0),
  );
}

/** Where an operand of the same rank lies in the result. */
const slab = (out: View, shape: Shape, dim: number, start: number): View =>
  restride(out, shape, out.strides, out.offset + start * out.strides[dim]!);

/** `starts`: where each operand begins along `dim`. */
const op: Op<{ readonly dim: number; readonly starts: readonly number[] }> = {
  name: 'cat',
  shape: (shapes, { dim }) => joined(shapes, dim),
  dtype: promoted,
  layout: 'row-major',
  // out[…, start(t) + i, …] = t[…, i, …]
  forward: (out, inputs, { dim, starts }) => {
    inputs.forEach((input, k) => {
      if (input.numel > 0) copyInto(slab(out, input.shape, dim, starts[k]!), input);
    });
  },
  // d tensors[k][…, i, …] = d out[…, oₖ + i, …]
  vjp: {
    gradFn: 'CatBackward0',
    rules: (grad, saved, k) => {
      const { dim, starts } = saved.options;
      const shape = saved.shape(k);
      return isPassedOver(shape) ? grad.reshape([-1]).narrow(0, 0, 0) : grad.narrow(dim, starts[k]!, shape[dim]!);
    },
  },
};

/** Raises unless it is given a list of tensors, of at least one. */
export function checkTensors(tensors: readonly Tensor[]): void {
  if (!Array.isArray(tensors) || tensors.length === 0) {
    raise('invalid_argument', 'expected a list of tensors that is not empty');
  }
  tensors.forEach(checkTensor);
}
