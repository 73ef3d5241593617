import { pageOf } from '../../pages/page-of.ts';
import { requestOf } from '../../run/request.ts';
import type { OpStep, Step } from '../../values/case.ts';
import { around, bodyOf } from '../../values/steps.ts';
import { caseOf, type Program, unjudged } from '../draw/program.ts';
import { same } from './judged.ts';
import { isAnswer } from './oracle.ts';
import type { Stage } from './stage.ts';

const tellsNot = ({ op, with: options = {} }: OpStep): boolean =>
  pageOf(op)?.page.conventions?.includes('biased-variance') === true && !('unbiased' in options);

const asked = (step: Step): Step => {
  if ('op' in step) return tellsNot(step) ? { ...step, with: { ...step.with, unbiased: false } } : step;
  return around(step, bodyOf(step).map(asked));
};

/** The program with the biased form asked for wherever it does not tell which variance it wants; undefined if it always does. */
export const biased = (program: Program): Program | undefined => {
  const ops = program.ops.map(asked);
  return JSON.stringify(ops) === JSON.stringify(program.ops) ? undefined : { ...program, ops };
};

/** A library may document the biased variance as its default, and says then what it says when asked for that. */
export const biasedVariance: Stage = async (held) => {
  const { program, sides, actual, kinds } = held;
  const plainly = biased(program);
  if (plainly === undefined) return held;
  const other = await sides.tested.run(requestOf(caseOf(plainly, unjudged(plainly))));
  return isAnswer(actual) && isAnswer(other) && same(other, actual, kinds) ? { instead: [plainly] } : held;
};
