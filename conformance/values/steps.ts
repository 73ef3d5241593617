import type { OpStep, Step } from './case.ts';

type Block = Exclude<Step, OpStep>;

/** The steps within a block; an op has none. */
export const bodyOf = (step: Step): readonly Step[] => {
  if ('op' in step) return [];
  if ('no_grad' in step) return step.no_grad;
  return 'try' in step ? step.try : step.ops;
};

/** The same block around other steps. */
export const around = (block: Block, body: readonly Step[]): Block => {
  if ('no_grad' in block) return { no_grad: body };
  return 'try' in block ? { try: body } : { ...block, ops: body };
};

/** Every op of a program, those within blocks too. */
export const callsIn = (steps: readonly Step[]): OpStep[] =>
  steps.flatMap((step) => ('op' in step ? [step] : callsIn(bodyOf(step))));
