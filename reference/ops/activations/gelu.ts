import { apply } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { erfc } from '../../numbers/erf.ts';
import { raise } from '../../numbers/errors.ts';
import { NONE, type None } from '../pointwise.ts';
import { curve } from './curve.ts';

/**
 * The input times the share of a normal distribution below it, or an approximation of that by `tanh`.
 *
 *     out[i] = input[i]·Φ(input[i]),  or  input[i]/2·(1 + tanh(√(2/π)·(input[i] + 0.044715·input[i]³)))
 *
 * Floating dtypes, of which it keeps shape and dtype. Raises unsupported_dtype (integers, bool). Raises
 * invalid_argument (another approximation).
 * Source: torch.nn.functional.gelu.
 */
export function gelu(input: Tensor, options: GeluOptions = {}): Tensor {
  const { approximate = 'none' } = options;
  if (approximate !== 'none' && approximate !== 'tanh') {
    raise('invalid_argument', `gelu: approximate must be none or tanh, not ${String(approximate)}`);
  }
  return apply(approximate === 'tanh' ? byTanh : op, [input], NONE);
}

export interface GeluOptions {
  /** `tanh`, or the exact one. Default `none`. */
  readonly approximate?: 'none' | 'tanh';
}

const PEAK = 1 / Math.sqrt(2 * Math.PI);

/** The share of a normal distribution below x. */
const below = (x: number): number => erfc(-x * Math.SQRT1_2) / 2;
const density = (x: number): number => PEAK * Math.exp(-(x * x) / 2);

const op = curve<None>({
  name: 'gelu',
  node: 'Gelu',
  value: () => (x) => x * below(x),
  // Φ(x) + x·φ(x)
  slope: () => (x, g) => g * (below(x) + x * density(x)),
  // φ(x)·(2 - x²)
  bend: (x) => {
    const squares = x.mul(x);
    return squares.mul(-0.5).exp().mul(squares.neg().add(2)).mul(PEAK);
  },
});

const STEEPNESS = Math.sqrt(2 / Math.PI);
const CUBIC = 0.044715;

// u(x) = √(2/π)·(x + 0.044715·x³), and its slope
const u = (x: number): number => STEEPNESS * (x + CUBIC * x * x * x);
const du = (x: number): number => STEEPNESS * (1 + 3 * CUBIC * x * x);

const byTanh = curve<None>({
  name: 'gelu',
  node: 'Gelu',
  value: () => (x) => 0.5 * x * (1 + Math.tanh(u(x))),
  // (1 + t)/2 + x/2·(1 - t²)·u′, with t = tanh u
  slope: () => (x, g) => {
    const t = Math.tanh(u(x));
    return g * (0.5 * (1 + t) + 0.5 * x * (1 - t * t) * du(x));
  },
  // (1 - t²)·(u′ + x/2·u″ - x·t·u′²)
  bend: (x) => {
    const squares = x.mul(x);
    const t = x
      .mul(squares.mul(CUBIC).add(1))
      .mul(2 * STEEPNESS)
      .sigmoid()
      .mul(2)
      .sub(1);
    const steep = squares
      .mul(3 * CUBIC)
      .add(1)
      .mul(STEEPNESS);
    const bent = squares.mul(3 * CUBIC * STEEPNESS);
    return t
      .mul(t)
      .neg()
      .add(1)
      .mul(steep.add(bent).sub(x.mul(t).mul(steep).mul(steep)));
  },
});
