import type { Tensor } from '../../autograd/tensor.ts';
import { fillNormal, floatOf } from '../../kernels/fill-random.ts';
import { DEFAULT_FLOAT } from '../../numbers/dtype.ts';
import { type SizesAndOptions, sizesAndOptions } from '../creation/sizes.ts';
import { drawn, type RandomOptions } from './drawn.ts';

/** Numbers of mean 0 and standard deviation 1: `randn([2, 3])` or `randn(2, 3)`. Source: torch.randn. Raises unsupported_dtype, invalid_argument. */
export function randn(...args: SizesAndOptions<RandomOptions>): Tensor {
  const [size, options] = sizesAndOptions(args);
  const { dtype = DEFAULT_FLOAT } = options;
  floatOf(dtype, 'randn');
  return drawn(size, dtype, options, ({ strided }, g) => fillNormal(strided, strided, 0, 1, g));
}
