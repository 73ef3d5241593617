import type { Tensor } from '../../autograd/tensor.ts';
import { fillNormal, floatOf } from '../../kernels/fill-random.ts';
import { raise } from '../../numbers/errors.ts';
import type { Generator } from '../../numbers/generator.ts';
import { type Scalar, toNumber } from '../../numbers/scalar.ts';
import { type Draw, drawInto, drawing } from './in-place.ts';

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

/** self ← numbers of this mean and standard deviation, in place. */
export function normal_(self: Tensor, mean: Scalar = 0, std: Scalar = 1, { generator }: NormalOptions = {}): Tensor {
  floatOf(self.dtype, 'normal_');
  if (!(toNumber(std) >= 0)) raise('invalid_argument', `normal_: std must be at least 0, not ${toNumber(std)}`);
  return drawInto(op, self, generator, { mean: toNumber(mean), std: toNumber(std) });
}
