import { pages } from '../pages/pages.gen.ts';
import type { Expectation } from '../values/case.ts';
import type { Observation } from '../values/observation.ts';
import { derived, same } from './claims.ts';

/** Its results are the nearest numbers, by its page, so that they are the same wherever in a tensor they stand. */
const isNearest = (op: string): boolean => {
  const { accuracy } = pages[op]!;
  if (accuracy === 'exact') return true;
  const all = 'ulp' in accuracy || 'rtol' in accuracy ? [accuracy] : Object.values(accuracy);
  return all.every((one) => one === 'exact' || ('ulp' in one && one.ulp === 1));
};

/** What an op gave, for the same op on the same elements that stand otherwise. */
export const again = (op: string, seen: Observation): Expectation => (isNearest(op) ? same(seen) : derived(seen));
