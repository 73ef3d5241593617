import type { OpStep, Step } from './case.ts';

/** Every op of a program, those within blocks too. */
export const callsIn = (steps: readonly Step[]): OpStep[] =>
  steps.flatMap((step) => ('op' in step ? [step] : callsIn('no_grad' in step ? step.no_grad : step.ops)));
