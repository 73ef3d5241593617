import { chooses } from '../pages/families.ts';
import { pages } from '../pages/pages.gen.ts';
import type { Expectation } from '../values/case.ts';
import type { Observation } from '../values/observation.ts';
import { same } from './claims.ts';

/** What a symmetric op gave, for its operands in the other order: of 0 and −0, what chooses may take either. */
export const inEitherOrder = (op: string, seen: Observation): Expectation =>
  same(seen, chooses(pages[op]!) ? { ulp: 1 } : 'exact');
