import { pageOf } from '../../pages/page-of.ts';
import type { OpStep, Step } from '../../values/case.ts';
import type { Program } from '../draw/program.ts';

const tellsNot = ({ op, with: options = {} }: OpStep): boolean =>
  pageOf(op)?.page.conventions?.includes('biased-variance') === true && !('unbiased' in options);

const asked = (step: Step): Step => {
  if ('op' in step) return tellsNot(step) ? { ...step, with: { ...step.with, unbiased: false } } : step;
  return 'no_grad' in step ? { no_grad: step.no_grad.map(asked) } : { ...step, ops: step.ops.map(asked) };
};

/** The program with the biased form asked for wherever it does not tell which variance it wants; undefined if it always does. */
export const biased = (program: Program): Program | undefined => {
  const ops = program.ops.map(asked);
  return JSON.stringify(ops) === JSON.stringify(program.ops) ? undefined : { ...program, ops };
};
