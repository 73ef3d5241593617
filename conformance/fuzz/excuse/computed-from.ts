import type { OpStep, Step } from '../../values/case.ts';
import { callsIn } from '../../values/steps.ts';

const namesIn = (operands: readonly unknown[]): readonly string[] =>
  operands.flatMap((one) => (Array.isArray(one) ? namesIn(one) : typeof one === 'string' ? [one] : []));

/** What a step gives or writes to. */
export const changedBy = ({ op, in: [self] = [], out }: OpStep): readonly string[] =>
  namesIn([...[out].flat(), ...(op.endsWith('_') ? [self] : [])]);

/** The names that hold what the steps in question give or write, or what is computed from it. */
export const computedFrom = (ops: readonly Step[], isSource: (step: OpStep) => boolean): ReadonlySet<string> => {
  const computed = new Set<string>();
  for (const step of callsIn(ops))
    if (isSource(step) || namesIn(step.in ?? []).some((one) => computed.has(one)))
      for (const changed of changedBy(step)) computed.add(changed);
  return computed;
};
