import { costsDearly, triesAfter } from '../../laws/dearly.ts';
import type { Implementation } from '../../run/implementation.ts';
import type { Program } from '../draw/program.ts';
import { causeOf, keyOf } from '../hold/cause.ts';
import { compare, type Difference, type Sides } from '../hold/compare.ts';
import { programs } from './arbitrary.ts';
import { cutBefore } from './cut.ts';

/** How many programs are tried to make one smaller, at most. */
const EFFORT = 1500;

const nothing = programs({ words: [], dtypes: new Set() });

/** The kind of difference that has to stay: a shrunk program may not slip to another one. */
const kindOf = (difference: Difference): string =>
  difference.verdict.verdict === 'fail'
    ? keyOf(causeOf(difference)).replace(/^gradient of \S+/, 'gradient')
    : difference.verdict.verdict;

/** How often numbers are perturbed while a program is made smaller: most of the time goes into this. */
const FEW = 3;

/**
 * The smallest program found that differs as this one does; where a few moves of its numbers took rounding for a difference, it
 * is made smaller once more with all of them.
 */
export const shrink = async (first: Difference, sides: Sides): Promise<Difference> => {
  // What both sides accept raises by what was drawn for it: another program may be no mistake any more.
  if (first.program.mistake !== undefined) return first;
  const small = await smaller(first, sides, FEW);
  const again = await compare(small.program, sides);
  return again.status === 'differs' ? again : smaller(first, sides, undefined);
};

/**
 * The smallest program found that differs as this one does. First what stands before the failing op is cut off, with the
 * values it made as inputs; then whatever makes it smaller is kept.
 */
const smaller = async (first: Difference, sides: Sides, tries: number | undefined): Promise<Difference> => {
  const kind = kindOf(first);
  let best = first;
  let left = EFFORT;
  // A program that is lived through costs next to nothing: only one that costs a worker, or all its time, is counted.
  let dear = triesAfter(first.verdict) ?? Number.POSITIVE_INFINITY;
  const run: Implementation['run'] = async (request) => {
    const outcome = await sides.tested.run(request);
    if (costsDearly(outcome.status)) dear--;
    return outcome;
  };
  const counting: Sides = { ...sides, tested: { ...sides.tested, run } };
  const wanted = (difference: Difference): boolean => {
    const { names, error } = difference.case.expected;
    return kindOf(difference) === kind && (error !== undefined || Object.keys(names).length > 0);
  };
  const attempt = async (program: Program): Promise<boolean> => {
    if (program.ops.length === 0 || left-- <= 0 || dear <= 0) return false;
    const compared = await compare(program, counting, { tries, wanted });
    if (compared.status !== 'differs' || !wanted(compared)) return false;
    best = compared;
    return true;
  };
  for (let at = best.program.ops.length - 1; at > 0; at--) {
    let done = false;
    for (const leaves of [false, true]) {
      const cut = await cutBefore(best.program, at, leaves, sides.against);
      if (cut !== undefined && (await attempt(cut))) {
        done = true;
        break;
      }
    }
    if (done) break;
  }
  let found = true;
  while (found && left > 0 && dear > 0) {
    found = false;
    for (const { value } of nothing.shrink(best.program, undefined)) {
      if (left <= 0 || dear <= 0) break;
      if (await attempt(value)) {
        found = true;
        break;
      }
    }
  }
  return best;
};
