import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { copyInto } from '../../kernels/convert.ts';
import { checkIntegers, checkSizes, contiguousStrides, type Shape } from '../../memory/shape.ts';
import { restride, type View } from '../../memory/view.ts';
import { raise } from '../../numbers/errors.ts';
import { listOf, type Sizes } from '../creation/sizes.ts';
import { promoted } from '../pointwise.ts';

/**
 * Copies of `self` side by side, `repeats[k]` of them along axis k; more repeats than axes add axes in front. A copy.
 *
 *     out[…, c·n + i, …] = self[…, i, …] along each axis, n its size and c < repeats[k]
 *
 * Raises shape_mismatch (fewer repeats than axes), invalid_argument (a negative one).
 * Source: torch.Tensor.repeat.
 */
export function repeat(self: Tensor, ...repeats: Sizes): Tensor {
  const times = checkIntegers(listOf(repeats));
  if (times.length < self.ndim) {
    raise('shape_mismatch', `repeat: ${times.length} repeats for a tensor of ${self.ndim} axes`);
  }
  return apply(op, [self], { times: checkSizes(times) });
}

/** The sizes with 1 in front where there are fewer axes than repeats. */
const led = (shape: Shape, times: Shape): Shape => [...Array<number>(times.length - shape.length).fill(1), ...shape];

/** Each axis as two: the copies, and the elements of each. */
const inTwo = (shape: Shape, times: Shape): number[] => led(shape, times).flatMap((n, k) => [times[k]!, n]);

/** The same of a view, whose copies are one. */
function asCopies(view: View, times: Shape): View {
  const strides = [...Array<number>(times.length - view.shape.length).fill(0), ...view.strides];
  return restride(
    view,
    inTwo(view.shape, times),
    strides.flatMap((stride) => [0, stride]),
  );
}

const op: Op<{ readonly times: Shape }> = {
  name: 'repeat',
  shape: ([self], { times }) => led(self!, times).map((n, k) => n * times[k]!),
  dtype: promoted,
  layout: 'row-major',
  // out[c·n + i] = self[i]
  forward: (out, [self], { times }) => {
    const shape = inTwo(self!.shape, times);
    copyInto(restride(out, shape, contiguousStrides(shape)), asCopies(self!, times));
  },
  // d self[i] = Σ d out[c·n + i] over the copies c
  vjp: {
    gradFn: 'RepeatBackward0',
    rules: [
      (grad, saved) => {
        const { times } = saved.options;
        if (times.length === 0) return grad;
        const copies = times.map((_, k) => 2 * k);
        return grad
          .reshape(inTwo(saved.shape(0), times))
          .sum({ dim: copies })
          .reshape(saved.shape(0));
      },
    ],
  },
};
