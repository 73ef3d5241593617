/** A new tensor of random numbers. */

import type { Tensor } from '../../autograd/tensor.ts';
import type { Shape } from '../../memory/shape.ts';
import { checkDevice } from '../../numbers/device.ts';
import type { Dtype } from '../../numbers/dtype.ts';
import { type Generator, globalGenerator } from '../../numbers/generator.ts';
import type { CreationOptions } from '../creation/creation-options.ts';
import { zeros } from '../creation/zeros.ts';

export interface RandomOptions extends CreationOptions {
  readonly generator?: Generator;
}

/** What `fill` draws from the generator, the global one unless given. */
export function drawn(
  size: Shape,
  dtype: Dtype,
  options: RandomOptions,
  fill: (out: Tensor, g: Generator) => void,
): Tensor {
  checkDevice(options);
  const out = zeros(size, { dtype });
  fill(out, options.generator ?? globalGenerator);
  return options.requires_grad ? out.requires_grad_() : out;
}
