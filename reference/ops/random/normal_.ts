import type { Tensor } from '../../autograd/tensor.ts';
import { fillNormal, floatOf } from '../../kernels/fill-random.ts';
import { raise } from '../../numbers/errors.ts';
import type { Generator } from '../../numbers/generator.ts';
import { type Scalar, toNumber } from '../../numbers/scalar.ts';
import { type Draw, drawInto, drawing } from './in-place.ts';

/**
 * Overwrites `self` with random numbers of one normal distribution, in the order of its memory.
 *
 *     self[i] ← mean + std·z[i],  z[i] ~ N(0, 1)
 *
 * Raises invalid_argument (a negative `std`), unsupported_dtype (integers), leaf_inplace.
 * Source: torch.Tensor.normal_.
 */
export function normal_(self: Tensor, mean: Scalar = 0, std: Scalar = 1, { generator }: NormalOptions = {}): Tensor {
  floatOf(self.dtype, 'normal_');
  if (!(toNumber(std) >= 0)) raise('invalid_argument', `normal_: std must be at least 0, not ${toNumber(std)}`);
  return drawInto(op, self, generator, { mean: toNumber(mean), std: toNumber(std) });
}

interface NormalDraw extends Draw {
  readonly mean: number;
  readonly std: number;
}

export interface NormalOptions {
  readonly generator?: Generator;
}

// out[i] = mean + std·z[i]
const op = drawing<NormalDraw>('normal_', 'NormalBackward0', (out, { order, mean, std, from }) =>
  fillNormal(out, order, mean, std, from),
);
