import type { Tensor } from '../../autograd/tensor.ts';
import { fillNormal, floatOf } from '../../kernels/fill-random.ts';
import { DEFAULT_FLOAT } from '../../numbers/dtype.ts';
import { type SizesAndOptions, sizesAndOptions } from '../creation/sizes.ts';
import { drawn, type RandomOptions } from './drawn.ts';

/**
 * Random numbers of mean 0 and standard deviation 1: `randn([2, 3])` or `randn(2, 3)`; float32 if no dtype is given.
 *
 *     out[i] = z[i],  z[i] ~ N(0, 1)
 *
 * Raises unsupported_dtype (integers), invalid_argument (negative sizes).
 * Source: torch.randn.
 */
export function randn(...args: SizesAndOptions<RandomOptions>): Tensor {
  const [size, options] = sizesAndOptions(args);
  const { dtype = DEFAULT_FLOAT } = options;
  floatOf(dtype, 'randn');
  return drawn(size, dtype, options, ({ strided }, g) => fillNormal(strided, strided, 0, 1, g));
}
