import { copyInto } from '../../convert.ts';
import type { Dtype } from '../../dtype.ts';
import { raise } from '../../errors.ts';
import { apply, type Op } from '../../op.ts';
import { resultType } from '../../promote.ts';
import { normalizeDim, type Shape, shapeText } from '../../shape.ts';
import { Tensor } from '../../tensor.ts';
import { restride, type View } from '../../view.ts';

export interface CatOptions {
  readonly dim?: number;
  /** numpy's name for `dim`. */
  readonly axis?: number;
}

function joined(shapes: readonly Shape[], dim: number): Shape {
  const [first] = shapes;
  for (const shape of shapes) {
    if (shape.length !== first!.length || shape.some((n, i) => i !== dim && n !== first![i])) {
      raise('shape_mismatch', `cat: ${shapeText(shape)} does not join ${shapeText(first!)} along dim ${dim}`);
    }
  }
  return first!.with(
    dim,
    shapes.reduce((total, shape) => total + shape[dim]!, 0),
  );
}

/** Where an operand of the same rank lies in the result. */
const slab = (out: View, shape: Shape, dim: number, start: number): View =>
  restride(out, shape, out.strides, out.offset + start * out.strides[dim]!);

interface Join {
  readonly dim: number;
  readonly starts: readonly number[];
  /** Of all operands, the passed over ones too. */
  readonly dtype: Dtype;
}

const op: Op<Join> = {
  name: 'cat',
  shape: (shapes, { dim }) => joined(shapes, dim),
  dtype: (_, { dtype }) => ({ compute: dtype, result: dtype }),
  layout: 'row-major',
  // out[…, start(t) + i, …] = t[…, i, …]
  forward: (out, inputs, { dim, starts }) => {
    inputs.forEach((input, k) => {
      copyInto(slab(out, input.shape, dim, starts[k]!), input);
    });
  },
  vjp: {
    gradFn: 'CatBackward0',
    rules: (grad, saved, k) => {
      const { dim, starts } = saved.options;
      return grad.narrow(dim, starts[k]!, saved.shape(k)[dim]!);
    },
  },
};

/** Joins tensors along an axis that they have. Empty 1-D tensors are passed over, as in PyTorch. */
export function cat(tensors: readonly Tensor[], { dim, axis }: CatOptions = {}): Tensor {
  if (!Array.isArray(tensors) || tensors.length === 0)
    raise('invalid_argument', 'cat: expected a list of tensors, not empty');
  if (tensors.some((t) => !(t instanceof Tensor))) raise('invalid_argument', 'cat: every element must be a tensor');
  if (tensors.some((t) => t.ndim === 0)) raise('shape_mismatch', 'cat: a 0-d tensor cannot be joined');
  const full = tensors.filter((t) => t.ndim !== 1 || t.numel() > 0);
  const parts = full.length === 0 ? tensors : full;
  const along = normalizeDim(dim ?? axis ?? 0, parts[0]!.ndim);
  const starts = [0];
  for (const t of parts) starts.push(starts.at(-1)! + t.shape[along]!);
  return apply(op, parts, { dim: along, starts, dtype: resultType(tensors) });
}
