/** Where few digits are left: what rounding takes there, two right implementations may take differently. */
import { pageOf } from '../../pages/page-of.ts';
import { computes, hasTrait } from '../../pages/traits.ts';
import type { OpStep } from '../../values/case.ts';
import { isFloat } from '../../values/dtypes.ts';
import { flatten } from '../../values/element.ts';
import { formats } from '../../values/formats.ts';
import { callsIn } from '../../values/steps.ts';
import type { Mismatch } from '../../values/verdict.ts';
import { computedFrom } from './computed-from.ts';
import type { Sight } from './corner.ts';
import { notFinite } from './overflow.ts';

/** Last bits that a slope may be off by: it is a product, a sum and a difference, of rounded numbers. */
const BITS_OF_A_SLOPE = 16;

/**
 * A result so close to 1, or a logarithm so close to 0, that the slope there, the distance between them, has few digits. Whether
 * what differs is within what is left of them.
 */
export const isSaturated = (step: OpStep, { differences = [] }: Mismatch, { program, said }: Sight): boolean => {
  const { out } = step;
  const saturates = computes(step, callsIn(program.ops)).some((page) => hasTrait(page, 'saturates'));
  const seen = saturates && typeof out === 'string' ? said[out] : undefined;
  if (seen?.kind !== 'tensor' || !isFloat(seen.dtype) || differences.length === 0) return false;
  const bit = 2 ** -formats[seen.dtype].precision;
  const numbers = Array.from(seen.data, Number);
  const isLogarithm = numbers.every((y) => y <= 0);
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

/** Whether what differs is computed from a number below the smallest normal one, which one side takes for 0. */
export const mayVanish = (mismatch: Mismatch, { program, said, got }: Sight): boolean => {
  const vanishes = ({ op, out }: OpStep): boolean => {
    const [a, b] = [said, got].map((side) => (typeof out === 'string' ? side[out] : undefined));
    if (pageOf(op)?.page.accuracy === 'exact' || a?.kind !== 'tensor' || b?.kind !== 'tensor') return false;
    if (!isFloat(a.dtype) || a.data.length !== b.data.length) return false;
    const normal = 2 ** formats[a.dtype].minExponent;
    return Array.from(a.data, Number).some((x, i) => {
      const y = Number(b.data[i]);
      return (x === 0) !== (y === 0) && Math.abs(x) < normal && Math.abs(y) < normal;
    });
  };
  return computedFrom(program.ops, vanishes).has(mismatch.name);
};
