/** Corners that the spec leaves open, where two implementations may differ. Each with its reason. */

import { callsIn } from '../../values/steps.ts';
import type { Mismatch } from '../../values/verdict.ts';
import { type Corner, isGradient, type Sight, uses } from './corner.ts';
import { isSaturated, mayVanish, weighsApart } from './few-digits.ts';
import { leavesTheFinite, makersOf, mayOverflow, mayUnderflow } from './overflow.ts';
import { signOfZeroOf } from './sign-of-zero.ts';
import { fromUndefined, raisesAtUndefined } from './undefined-cast.ts';

/** It is the stride of an axis along which there is nowhere to go. */
const leadsNowhere = ({ name, differences = [] }: Mismatch, { program: { ops }, said }: Sight): boolean => {
  const of = callsIn(ops).find(({ op, out }) => op === 'stride' && out === name)?.in?.[0];
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
    holds: (_, sight) => mayOverflow(sight),
    rounds: true,
    because:
      'a sum may overflow on its way or not, by its order and by the width of what it is summed in (accuracy.C7)',
  },
  {
    holds: (mismatch, sight) =>
      isGradient(mismatch) && callsIn(sight.program.ops).some((step) => isSaturated(step, mismatch, sight)),
    rounds: true,
    because:
      'the slope of a sigmoid near 1 is its distance from 1, and of a class that is all but certain the share of the others, of which rounding leaves few digits',
  },
  {
    holds: (mismatch, sight) =>
      (isGradient(sight.all[0]!) ? callsIn(sight.program.ops) : makersOf(sight.program, sight.all)).some((step) =>
        weighsApart(step, mismatch, sight),
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
