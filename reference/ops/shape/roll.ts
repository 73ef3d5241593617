import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { copyAt, offsetsAt } from '../../kernels/places.ts';
import { checkIntegers, normalizeDim } from '../../memory/shape.ts';
import { raise } from '../../numbers/errors.ts';
import { promoted } from '../pointwise.ts';

/**
 * Moves the elements of `input` on by `shifts` along the axes `dims`, and what falls off at the end comes in at the beginning;
 * without `dims`, in row-major order over all axes. A copy.
 *
 *     out[…, (i + s) mod n, …] = input[…, i, …] along each axis, s its shift and n its size
 *
 * Raises invalid_argument (no shifts, or as many as there are axes in `dims` not), index_out_of_range.
 * Source: torch.roll.
 */
export function roll(input: Tensor, shifts: number | readonly number[], { dims = [] }: RollOptions = {}): Tensor {
  const by = checkIntegers([shifts].flat());
  const along = checkIntegers([dims].flat());
  if (by.length === 0) raise('invalid_argument', 'roll: there are no shifts');
  const flat = along.length === 0 && by.length === 1;
  if (!flat && by.length !== along.length) {
    raise('invalid_argument', `roll: ${by.length} shifts for ${along.length} axes`);
  }
  // Without elements PyTorch looks at no axis.
  if (input.numel() > 0 && input.ndim === 0 && along.length > 0) {
    raise('index_out_of_range', 'roll: a 0-d tensor has no axis');
  }
  const axes = input.numel() === 0 ? [] : along.map((dim) => normalizeDim(dim, input.ndim));
  return apply(op, [input], { by: axes.length === 0 && !flat ? [] : by, axes });
}

export interface RollOptions {
  /** Along which axes, one for each shift. Default: over all elements in row-major order. */
  readonly dims?: number | readonly number[];
}

/** 0, 1, … n - 1, moved on by `by`. */
const rolled = (n: number, by: number): readonly number[] =>
  Array.from({ length: n }, (_, i) => (((i - by) % n) + n) % n);

/** Without axes, one shift is that of all elements in row-major order. */
interface Shifts {
  readonly by: readonly number[];
  readonly axes: readonly number[];
}

const op: Op<Shifts> = {
  name: 'roll',
  shape: ([input]) => input!,
  dtype: promoted,
  layout: 'row-major',
  // out[(i + s) mod n] = input[i]
  forward: (out, [input], { by, axes }) => {
    const { shape } = input!;
    const shift = (axis: number): number => axes.reduce((sum, one, k) => (one === axis ? sum + by[k]! : sum), 0);
    const along = shape.map((n, axis) => rolled(n, shift(axis)));
    const at = offsetsAt(input!, along);
    copyAt(out, input!, axes.length > 0 ? at : Int32Array.from(rolled(at.length, by[0] ?? 0), (k) => at[k]!));
  },
  // d input is d out, moved back
  vjp: {
    gradFn: 'RollBackward0',
    rules: [
      (grad, { options: { by, axes } }) =>
        apply(op, [grad], {
          by: by.map((n) => -n),
          axes,
        }),
    ],
  },
};
