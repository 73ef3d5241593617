import type { Tensor } from '../../autograd/tensor.ts';
import { fillUniform, floatOf } from '../../kernels/fill-random.ts';
import { DEFAULT_FLOAT } from '../../numbers/dtype.ts';
import { type SizesAndOptions, sizesAndOptions } from '../creation/sizes.ts';
import { drawn, type RandomOptions } from './drawn.ts';

/** Numbers that are uniform on [0, 1): `rand([2, 3])` or `rand(2, 3)`. Source: torch.rand. Raises unsupported_dtype, invalid_argument. */
export function rand(...args: SizesAndOptions<RandomOptions>): Tensor {
  const [size, options] = sizesAndOptions(args);
  const { dtype = DEFAULT_FLOAT } = options;
  floatOf(dtype, 'rand');
  return drawn(size, dtype, options, ({ strided }, g) => fillUniform(strided, strided, 0, 1, g));
}
