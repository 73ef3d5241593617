/** Corners that the spec leaves open, where two implementations may differ. Each with its reason. */
import type { OpStep } from '../case.ts';
import { flatten } from '../compare/element.ts';
import { formats, isFloat } from '../compare/formats.ts';
import type { Mismatch } from '../verdict.ts';
import { stepsOf } from './cause.ts';
import { type Corner, isGradient, type Sight, uses } from './corner.ts';
import { leavesTheFinite, makersOf, mayOverflow, mayUnderflow, mayVanish, refusesOverflow } from './overflow.ts';
import { signOfZeroOf } from './sign-of-zero.ts';
import { fromUndefined, raisesAtUndefined } from './undefined-cast.ts';

/** A sigmoid so close to 1 that its distance from it, and so its slope, has few digits. */
const isSaturated = ({ op, out }: OpStep, { said }: Sight): boolean => {
  const seen = /sigmoid/i.test(op) && typeof out === 'string' ? said[out] : undefined;
  if (seen?.kind !== 'tensor' || !isFloat(seen.dtype)) return false;
  const near = 2 ** (6 - formats[seen.dtype].precision);
  return Array.from(seen.data, Number).some((s) => s !== 1 && Math.abs(1 - s) < near);
};

/**
 * A class that is all but certain: its slope is a difference of two numbers that have all but the share of the others in common,
 * and so that many digits fewer. Whether what differs is within what is left.
 */
const isAllButCertain = ({ op, out }: OpStep, { differences = [] }: Mismatch, { said }: Sight): boolean => {
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
/** Last bits that the slope of a softmax may be off by: it is a product, a sum and a difference, of rounded numbers. */
const BITS_OF_A_SLOPE = 16;

/** Its loss counts classes of infinite weight, or, smoothed, of weights so far apart that the greater one's last digits outweigh the lesser. */
const weighsApart = (
  { op, in: [, , weight] = [], with: { label_smoothing = 0 } = {} }: OpStep,
  sight: Sight,
): boolean => {
  if (op !== 'cross_entropy' || typeof weight !== 'string') return false;
  const given = sight.program.inputs[weight];
  if (given === undefined || !isFloat(given.dtype)) return false;
  const sizes = flatten(given.data)
    .map((x) => Math.abs(Number(x)))
    .filter((x) => x > 0);
  const apart = Math.max(...sizes) / Math.min(...sizes) > 2 ** formats[given.dtype].precision;
  return sizes.includes(Number.POSITIVE_INFINITY) || (label_smoothing !== 0 && apart);
};

/** It is the stride of an axis along which there is nowhere to go. */
const leadsNowhere = ({ name, differences = [] }: Mismatch, { program: { ops }, said }: Sight): boolean => {
  const of = stepsOf(ops).find(({ op, out }) => op === 'stride' && out === name)?.in?.[0];
  const seen = typeof of === 'string' ? said[of] : undefined;
  if (seen?.kind !== 'tensor') return false;
  return (
    seen.shape.includes(0) || (differences.length > 0 && differences.every(({ index: [k] }) => seen.shape[k!] === 1))
  );
};

export const corners: readonly Corner[] = [
  {
    holds: fromUndefined,
    because:
      'a float that is not finite, or out of range, becomes whatever integer an implementation makes of it (to.C1)',
  },
  {
    holds: raisesAtUndefined,
    because:
      'a float that is not finite, or out of range, has no defined integer: an implementation may refuse it (to.C1)',
  },
  {
    holds: (mismatch, sight) => isGradient(mismatch) && leavesTheFinite(mismatch, sight),
    because:
      'a gradient that is not finite is NaN or an infinity by how its formula is written (∞ · 0), which the pages give in exact arithmetic',
  },
  {
    holds: (mismatch, sight) => mayUnderflow(sight) || mayVanish(mismatch, sight),
    rounds: true,
    because: 'a number below the smallest normal one has few digits, of which rounding on the way takes the last',
  },
  {
    holds: (mismatch, sight) => mayOverflow(sight) || refusesOverflow(mismatch, sight),
    rounds: true,
    because:
      'a sum may overflow on its way or not, by its order and by the width of what it is summed in (accuracy.C7)',
  },
  {
    holds: (mismatch, sight) =>
      isGradient(mismatch) && stepsOf(sight.program.ops).some((step) => isSaturated(step, sight)),
    rounds: true,
    because: 'the slope of a sigmoid near 1 is its distance from 1, of which rounding leaves few digits',
  },
  {
    holds: (mismatch, sight) =>
      isGradient(mismatch) && stepsOf(sight.program.ops).some((step) => isAllButCertain(step, mismatch, sight)),
    rounds: true,
    because:
      'the slope of a class that is all but certain is the share of the others, of which rounding leaves few digits',
  },
  {
    holds: (_, sight) =>
      (isGradient(sight.all[0]!) ? stepsOf(sight.program.ops) : makersOf(sight.program, sight.all)).some((step) =>
        weighsApart(step, sight),
      ),
    rounds: true,
    because: 'a class that is all but certain has a loss of few digits, which weights far apart bring to the front',
  },
  {
    holds: (mismatch, { program }) =>
      isGradient(mismatch) && uses(program, 'autograd.grad') && /nothing/.test(mismatch.message),
    because:
      'a gradient of a gradient that is 0 everywhere is absent or a tensor of zeros, by how the first one is computed',
  },
  {
    holds: signOfZeroOf('maximum', 'minimum'),
    because: 'PyTorch takes either of two zeros of unlike sign, by whether it runs on vectors',
  },
  {
    holds: signOfZeroOf('relu', 'nn.ReLU'),
    because: 'whether -0 keeps its sign in relu is open (relu.C1)',
  },
  {
    holds: leadsNowhere,
    because:
      'a stride that leads nowhere, along an axis of size 1 or of a tensor without elements, is 0 or not by the way it is found',
  },
];
