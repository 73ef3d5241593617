import { pageOf } from '../../pages/page-of.ts';
import type { OpStep } from '../../values/case.ts';
import { namesIn } from '../../values/literal.ts';
import { boundBy } from './names.ts';

export const binds = ({ out }: OpStep, name: string): boolean => [out].flat().includes(name);
export const writes = ({ op }: OpStep): boolean => {
  const entry = pageOf(op);
  return entry !== undefined && (entry.inplace || entry.page.mutates === true);
};
/** What a step gives or writes to. */
export const changedBy = (step: OpStep): readonly string[] => [
  ...boundBy(step),
  ...(writes(step) ? (step.in ?? []).slice(0, 1).flatMap(namesIn) : []),
];
