import { pageOf } from '../../pages/page-of.ts';
import type { OpStep } from '../../values/case.ts';

export const binds = ({ out }: OpStep, name: string): boolean => [out].flat().includes(name);
export const writes = ({ op }: OpStep): boolean => {
  const entry = pageOf(op);
  return entry !== undefined && (entry.inplace || entry.page.mutates === true);
};
