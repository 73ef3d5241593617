import { raise } from '../numbers/errors.ts';
import { Tensor } from './tensor.ts';

/**
 * PyTorch's keywords may follow an operand that is left out: `y.backward(retain_graph=True)`. Here the options then
 * stand in its place, `y.backward({ retain_graph: true })`. Raises invalid_argument for what is neither.
 */
export function operandAndOptions<O extends object>(
  given: Tensor | O | null | undefined,
  options: O,
): readonly [Tensor | null, O] {
  if (given == null) return [null, options];
  if (given instanceof Tensor) return [given, options];
  if (typeof given === 'object' && !Array.isArray(given)) return [null, given];
  return raise('invalid_argument', `expected a tensor, or an object of options, found ${typeof given}`);
}
