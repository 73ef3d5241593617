/** Where few digits are left: what rounding takes there, two right implementations may take differently. */
import type { OpStep } from '../../values/case.ts';
import { flatten } from '../../values/element.ts';
import { formats, isFloat } from '../../values/formats.ts';
import type { Mismatch } from '../../values/verdict.ts';
import { computedFrom } from './computed-from.ts';
import type { Sight } from './corner.ts';
import { notFinite } from './overflow.ts';

/** A sigmoid so close to 1 that its distance from it, and so its slope, has few digits. */
export const isSaturated = ({ op, out }: OpStep, { said }: Sight): boolean => {
  const seen = /sigmoid/i.test(op) && typeof out === 'string' ? said[out] : undefined;
  if (seen?.kind !== 'tensor' || !isFloat(seen.dtype)) return false;
  const near = 2 ** (6 - formats[seen.dtype].precision);
  return Array.from(seen.data, Number).some((s) => s !== 1 && Math.abs(1 - s) < near);
};

/** Last bits that the slope of a softmax may be off by: it is a product, a sum and a difference, of rounded numbers. */
const BITS_OF_A_SLOPE = 16;

/**
 * A class that is all but certain: its slope is a difference of two numbers that have all but the share of the others in common,
 * and so that many digits fewer. Whether what differs is within what is left.
 */
export const isAllButCertain = ({ op, out }: OpStep, { differences = [] }: Mismatch, { said }: Sight): boolean => {
  const seen = /softmax/i.test(op) && typeof out === 'string' ? said[out] : undefined;
  if (seen?.kind !== 'tensor' || !isFloat(seen.dtype) || differences.length === 0) return false;
  const bit = 2 ** -formats[seen.dtype].precision;
  const shares = Array.from(seen.data, (y) => (op === 'softmax' ? 1 - Number(y) : -Math.expm1(Number(y))));
  // Where there are no others, as along an axis of size 1, nothing is lost.
  const others = shares.filter((share) => share > 0);
  const lost = (BITS_OF_A_SLOPE * bit) / Math.max(bit, Math.min(1, ...others));
  return differences.every(({ expected, got }) => {
    const [a, b] = [Number(expected), Number(got)];
    return Math.abs(a - b) <= lost * Math.max(Math.abs(a), Math.abs(b));
  });
};

/**
 * Its loss counts classes of infinite weight, which make an infinity or NaN of it; or, smoothed, of weights so far apart that the
 * greater one's last digits outweigh the lesser.
 */
export const weighsApart = (
  { op, in: [, , weight] = [], with: { label_smoothing = 0 } = {} }: OpStep,
  mismatch: Mismatch,
  sight: Sight,
): boolean => {
  if (op !== 'cross_entropy' || typeof weight !== 'string') return false;
  const given = sight.program.inputs[weight];
  if (given === undefined || !isFloat(given.dtype)) return false;
  const sizes = flatten(given.data)
    .map((x) => Math.abs(Number(x)))
    .filter((x) => x > 0);
  const apart = Math.max(...sizes) / Math.min(...sizes) > 2 ** formats[given.dtype].precision;
  if (sizes.includes(Number.POSITIVE_INFINITY)) return notFinite(mismatch);
  return label_smoothing !== 0 && apart;
};

/** Whether what differs is computed from a power of e below the smallest normal number, which one side takes for 0. */
export const mayVanish = (mismatch: Mismatch, { program, said }: Sight): boolean => {
  const vanishes = ({ op, in: [from] = [], out }: OpStep): boolean => {
    const [given, seen] = [from, out].map((name) => (typeof name === 'string' ? said[name] : undefined));
    if (!/^(exp|sigmoid|softmax)$/.test(op) || given?.kind !== 'tensor' || seen?.kind !== 'tensor') return false;
    if (!isFloat(seen.dtype)) return false;
    const exponents = Array.from(given.data, Number);
    const top = op === 'softmax' ? Math.max(...exponents.filter(Number.isFinite)) : 0;
    const least = formats[seen.dtype].minExponent * Math.LN2;
    return exponents.some((x, i) => Number(seen.data[i]) === 0 && Number.isFinite(x) && x - top < least);
  };
  return computedFrom(program.ops, vanishes).has(mismatch.name);
};
