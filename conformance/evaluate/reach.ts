import type { Call } from '../plan/plan.ts';
import { isFloat } from '../values/dtypes.ts';
import type { Argument } from './arguments.ts';
import type { Work } from './invoke.ts';
import type { Options } from './options.ts';
import type { Run } from './run.ts';
import type { Reach } from './values.ts';

/**
 * What comes from the leaves to the results of a call. What was drawn at random is a constant: to draw it once more
 * would give other numbers.
 */
export const reachOf = (run: Run, call: Call, work: Work): Reach =>
  call.page.feature === 'random' ? 'nothing' : run.gradients.reach(run, work);

/**
 * The arguments of a call that have a gradient, and the tensors that are options, such as weights; none if the result is to
 * be of a dtype without one.
 */
export function differentiated(call: Call, args: readonly Argument[], { tensors }: Options): readonly Argument[] {
  if (call.options.some((option) => option.kind === 'dtype' && !isFloat(option.value))) return [];
  const { operands, differentiable } = call.page;
  const written = call.inplace ? operands[0]?.name : undefined;
  const operand = (_: Argument, i: number): boolean =>
    operands[i]?.name === written || differentiable.includes(operands[i]?.name ?? '');
  return [...args.filter(operand), ...Object.values(tensors)];
}
