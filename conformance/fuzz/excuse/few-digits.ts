/** Where few digits are left: what rounding takes there, two right implementations may take differently. */
import type { OpStep } from '../../values/case.ts';
import { isFloat } from '../../values/dtypes.ts';
import { flatten } from '../../values/element.ts';
import { formats } from '../../values/formats.ts';
import type { Mismatch } from '../../values/verdict.ts';
import { type Corner, isGradient, type Sight } from './corner.ts';
import { isTiny, notFinite } from './numbers.ts';
import { makersOf } from './overflow.ts';
import { leaf, tensor, witness } from './witness.ts';

/** Last bits that a slope may be off by: it is a product, a sum and a difference, of rounded numbers. */
const BITS_OF_A_SLOPE = 16;

/**
 * A result so close to 1, or a logarithm so close to 0, that the slope there, the distance between them, has few digits. Whether
 * what differs is within what is left of them.
 */
const isSaturated = ({ out }: OpStep, { differences = [] }: Mismatch, { oracle }: Sight): boolean => {
  const seen = typeof out === 'string' ? oracle[out] : undefined;
  if (seen?.kind !== 'tensor' || !isFloat(seen.dtype) || differences.length === 0) return false;
  const bit = 2 ** -formats[seen.dtype].precision;
  const numbers = Array.from(seen.data, Number);
  const isLogarithm = numbers.every((y) => y <= 0);
  // What goes beyond 1, as exp does, does not settle there.
  if (numbers.some((y) => y > 1)) return false;
  const distances = numbers.map((y) => (isLogarithm ? -Math.expm1(y) : 1 - y));
  // Where it is 1 itself, as along an axis of size 1, nothing is lost.
  const apart = distances.filter((distance) => distance > 0);
  const lost = (BITS_OF_A_SLOPE * bit) / Math.max(bit, Math.min(1, ...apart));
  return differences.every(({ expected, got }) => {
    const [a, b] = [Number(expected), Number(got)];
    return Math.abs(a - b) <= lost * Math.max(Math.abs(a), Math.abs(b));
  });
};

/**
 * Its loss counts classes of infinite weight, which make an infinity or NaN of it; or, smoothed, of weights so far apart that the
 * greater one's last digits outweigh the lesser.
 */
const weighsApart = (
  { in: [, , weight] = [], with: { label_smoothing = 0 } = {} }: OpStep,
  mismatch: Mismatch,
  { program: { inputs } }: Sight,
): boolean => {
  const given = typeof weight === 'string' ? inputs[weight] : undefined;
  if (given === undefined || !isFloat(given.dtype)) return false;
  const sizes = flatten(given.data)
    .map((x) => Math.abs(Number(x)))
    .filter((x) => x > 0);
  if (sizes.includes(Number.POSITIVE_INFINITY)) return notFinite(mismatch);
  const apart = Math.max(...sizes) / Math.min(...sizes) > 2 ** formats[given.dtype].precision;
  return label_smoothing !== 0 && apart;
};

/** One side gives 0 where the other gives a number below the smallest normal one. */
const vanishes =
  ({ oracle, actual }: Sight) =>
  ({ out }: OpStep): boolean => {
    const [a, b] = [oracle, actual].map((side) => (typeof out === 'string' ? side[out] : undefined));
    if (a?.kind !== 'tensor' || b?.kind !== 'tensor') return false;
    const { dtype } = a;
    if (!isFloat(dtype) || a.data.length !== b.data.length) return false;
    return Array.from(a.data, Number).some((x, i) => {
      const y = Number(b.data[i]);
      return (x === 0 && isTiny(dtype, y)) || (y === 0 && isTiny(dtype, x));
    });
  };

export const fewDigits: readonly Corner[] = [
  {
    id: 'vanishes',
    trait: 'saturates',
    rounds: true,
    witness: witness({ x: tensor([-93]) }, { op: 'sigmoid', in: ['x'], out: 'y' }, { op: 'sign', in: ['y'], out: 's' }),
    holds: ({ reason }, sight) => reason === 'wrong_value' && sight.own.some(vanishes(sight)),
    because:
      'a result below the smallest normal number is 0 where a power of e overflows on the way to it, as in PyTorch',
  },
  {
    id: 'saturated-slope',
    trait: 'saturates',
    rounds: true,
    witness: witness(
      { x: leaf([1.625e-5]) },
      { op: 'mul', in: ['x', 1e6], out: 'y' },
      { op: 'sigmoid', in: ['y'], out: 'z' },
      { op: 'backward', in: ['z'] },
    ),
    holds: (mismatch, sight) => isGradient(mismatch) && sight.own.some((step) => isSaturated(step, mismatch, sight)),
    because:
      'the slope of a sigmoid near 1 is its distance from 1, and of a class that is all but certain the share of the others, of which rounding leaves few digits',
  },
  {
    id: 'weights-apart',
    ops: ['cross_entropy'],
    rounds: true,
    witness: witness(
      { x: tensor([[-3, 4]]), t: tensor([0], 'int64'), w: tensor([1.1754944e-38, 1]) },
      { op: 'cross_entropy', in: ['x', 't', 'w'], with: { label_smoothing: 0.5 }, out: 'l' },
    ),
    holds: (mismatch, sight) =>
      (isGradient(sight.all[0]!) ? sight.own : makersOf(sight.program, sight.all)).some((step) =>
        weighsApart(step, mismatch, sight),
      ),
    because: 'a class that is all but certain has a loss of few digits, which weights far apart bring to the front',
  },
];
