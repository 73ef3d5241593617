import type { LibraryFunction } from './library.ts';
import type { Run } from './run.ts';

export const hasFunction = (run: Run, op: string): boolean =>
  run.library.ops[op] !== undefined || run.library.composed[op] !== undefined;

/** The adapter's function for an op, if it has one. */
export function functionFor(run: Run, op: string): LibraryFunction | undefined {
  run.asked = true;
  const own = run.library.ops[op];
  if (own !== undefined) {
    run.uses(op);
    return own;
  }
  const composed = run.library.composed[op];
  if (composed !== undefined) run.composed.add(op);
  return composed;
}
