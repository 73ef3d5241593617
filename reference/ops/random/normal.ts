import { resizeOut } from '../../apply/out.ts';
import { withGradMode } from '../../autograd/grad-mode.ts';
import { Tensor } from '../../autograd/tensor.ts';
import type { Operand } from '../../autograd/vjp.ts';
import { broadcastShapes, checkSizes, type Shape } from '../../memory/shape.ts';
import { raise } from '../../numbers/errors.ts';
import type { Generator } from '../../numbers/generator.ts';
import { isScalar } from '../../numbers/scalar.ts';
import type { CreationOptions } from '../creation/creation-options.ts';
import { zeros } from '../creation/zeros.ts';
import { normal_ } from './normal_.ts';

/**
 * Random numbers of normal distributions. Of two numbers, `size` of them; of tensors, one for each pair of their
 * elements.
 *
 *     out[i] = mean[i] + std[i]·z[i],  z[i] ~ N(0, 1)
 *
 * float32 unless `dtype` or a tensor says another; tensors broadcast, and are constants. Raises invalid_argument (a
 * negative `std`, a size beside tensors), shape_mismatch, unsupported_dtype (integers).
 * Source: torch.normal.
 */
export function normal(mean: Operand, std: Operand, size?: Shape | null, options: SampleOptions = {}): Tensor {
  if (!isScalar(mean) || !isScalar(std)) {
    for (const name of ['size', 'dtype', 'device', 'requires_grad'] as const)
      if ((name === 'size' ? size : options[name]) != null)
        raise('invalid_argument', `normal: ${name} goes with two numbers only`);
    return withGradMode(false, () => each(mean, std, options));
  }
  if (size == null) raise('invalid_argument', 'normal: two numbers need a size');
  const shape = checkSizes(size!);
  const { out, requires_grad, ...made } = options;
  const drawn = normal_(out === undefined ? zeros(shape, made) : resizeOut(out, shape), mean, std, options);
  return requires_grad ? drawn.requires_grad_() : drawn;
}

/** Of two numbers also what every new tensor takes. */
export interface SampleOptions extends CreationOptions {
  readonly generator?: Generator;
  /** Receives the result in place, resized. */
  readonly out?: Tensor;
}

const shapeOf = (x: Operand): Shape => (x instanceof Tensor ? x.shape : []);

const negative = (std: Tensor): boolean => (std.reshape([-1]).tolist() as number[]).some((x) => x < 0);

// out[i] = mean[i] + std[i]·z[i]
function each(mean: Operand, std: Operand, options: SampleOptions): Tensor {
  if (std instanceof Tensor && negative(std)) raise('invalid_argument', 'normal: every std must be at least 0');
  const { dtype } = mean instanceof Tensor ? mean : (std as Tensor);
  const shape = broadcastShapes(shapeOf(mean), shapeOf(std));
  const out = options.out === undefined ? zeros(shape, { dtype }) : resizeOut(options.out, shape);
  if (std instanceof Tensor) normal_(out, 0, 1, options).mul_(std);
  else normal_(out, 0, std, options);
  return out.add_(mean);
}
