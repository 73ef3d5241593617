import type { OpStep, Step } from '../../../values/case.ts';
import { around, bodyOf } from '../../../values/steps.ts';
import type { Program } from '../../draw/program.ts';
import { type Choice, type Floats, type Point, resultOf, Writer } from './choice.ts';

const each = (steps: readonly Step[], change: (step: OpStep) => readonly OpStep[]): readonly Step[] =>
  steps.flatMap((step): readonly Step[] => {
    if ('op' in step) return change(step);
    return [around(step, each(bodyOf(step), change))];
  });

/** The program with every op that comes to a point as it is by that choice; of steps that `alike` refuses nothing changes. */
export const rewritten = (
  program: Program,
  point: Point,
  choice: Choice,
  floats: Floats,
  alike: (step: OpStep) => boolean = () => true,
): Program => {
  const changed = (step: OpStep): readonly OpStep[] => {
    if (!point.at(step, floats) || !alike(step)) return [step];
    const to = new Writer(resultOf(step)!);
    choice.steps(step, to);
    return to.steps;
  };
  return { ...program, ops: each(program.ops, changed) };
};
