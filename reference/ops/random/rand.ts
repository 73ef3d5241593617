import type { Tensor } from '../../autograd/tensor.ts';
import { fillNormal, fillUniform, floatOf } from '../../kernels/fill-random.ts';
import type { Shape } from '../../memory/shape.ts';
import { checkDevice } from '../../numbers/device.ts';
import { DEFAULT_FLOAT, type Dtype } from '../../numbers/dtype.ts';
import { type Generator, globalGenerator } from '../../numbers/generator.ts';
import { type CreationOptions, zeros } from '../creation/filled.ts';
import { type SizesAndOptions, sizesAndOptions } from '../creation/sizes.ts';

export interface RandomOptions extends CreationOptions {
  readonly generator?: Generator;
}

function drawn(size: Shape, dtype: Dtype, options: RandomOptions, fill: (out: Tensor, g: Generator) => void): Tensor {
  checkDevice(options);
  const out = zeros(size, { dtype });
  fill(out, options.generator ?? globalGenerator);
  return options.requires_grad ? out.requires_grad_() : out;
}

/** Numbers that are uniform on [0, 1): `rand([2, 3])` or `rand(2, 3)`. */
export function rand(...args: SizesAndOptions<RandomOptions>): Tensor {
  const [size, options] = sizesAndOptions(args);
  const { dtype = DEFAULT_FLOAT } = options;
  floatOf(dtype, 'rand');
  return drawn(size, dtype, options, ({ strided }, g) => fillUniform(strided, strided, 0, 1, g));
}

/** Numbers of mean 0 and standard deviation 1: `randn([2, 3])` or `randn(2, 3)`. */
export function randn(...args: SizesAndOptions<RandomOptions>): Tensor {
  const [size, options] = sizesAndOptions(args);
  const { dtype = DEFAULT_FLOAT } = options;
  floatOf(dtype, 'randn');
  return drawn(size, dtype, options, ({ strided }, g) => fillNormal(strided, strided, 0, 1, g));
}
