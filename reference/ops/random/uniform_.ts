import type { Tensor } from '../../autograd/tensor.ts';
import { fillUniform, floatOf } from '../../kernels/fill-random.ts';
import { raise } from '../../numbers/errors.ts';
import type { Generator } from '../../numbers/generator.ts';
import { type Scalar, toNumber } from '../../numbers/scalar.ts';
import { largestOf } from '../creation/range.ts';
import { type Draw, drawInto, drawing } from './in-place.ts';

/**
 * Overwrites `self` with random numbers, uniform on [from, to), in the order of its memory.
 *
 *     self[i] ← from + (to - from)·u[i],  u[i] ~ U[0, 1)
 *
 * Raises invalid_argument (from above to, or bounds that the dtype does not hold), unsupported_dtype (integers),
 * leaf_inplace.
 * Source: torch.Tensor.uniform_.
 */
export function uniform_(self: Tensor, from: Scalar = 0, to: Scalar = 1, { generator }: UniformOptions = {}): Tensor {
  floatOf(self.dtype, 'uniform_');
  const [low, high] = [toNumber(from), toNumber(to)];
  if (!(low <= high)) raise('invalid_argument', `uniform_: from (${low}) must not be above to (${high})`);
  const largest = largestOf(self.dtype);
  if (![low, high, high - low].every((x) => Math.abs(x) <= largest))
    raise('invalid_argument', `uniform_: ${self.dtype} does not hold ${low}, ${high} and what lies between`);
  return drawInto(op, self, generator, { low, high });
}

interface UniformDraw extends Draw {
  readonly low: number;
  readonly high: number;
}

export interface UniformOptions {
  readonly generator?: Generator;
}

// out[i] = low + (high − low)·u[i]
const op = drawing<UniformDraw>('uniform_', 'UniformBackward0', (out, { order, low, high, from }) =>
  fillUniform(out, order, low, high, from),
);
