import type { Tensor } from '../../autograd/tensor.ts';
import { fillUniform, floatOf } from '../../kernels/fill-random.ts';
import { DEFAULT_FLOAT } from '../../numbers/dtype.ts';
import { type SizesAndOptions, sizesAndOptions } from '../creation/sizes.ts';
import { drawn, type RandomOptions } from './drawn.ts';

/**
 * Random numbers, uniform on [0, 1): `rand([2, 3])` or `rand(2, 3)`; float32 if no dtype is given.
 *
 *     out[i] = u[i],  u[i] ~ U[0, 1)
 *
 * Raises unsupported_dtype (integers), invalid_argument (negative sizes).
 * Source: torch.rand.
 */
export function rand(...args: SizesAndOptions<RandomOptions>): Tensor {
  const [size, options] = sizesAndOptions(args);
  const { dtype = DEFAULT_FLOAT } = options;
  floatOf(dtype, 'rand');
  return drawn(size, dtype, options, ({ strided }, g) => fillUniform(strided, strided, 0, 1, g));
}
