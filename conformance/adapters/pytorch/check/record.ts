import type { Implementation } from '../../../run/implementation.ts';
import type { Outcome } from '../../../values/observation.ts';

/** The same implementation, and how each case ended on it, by id. */
export const recording = (
  implementation: Implementation,
): { readonly implementation: Implementation; readonly outcomes: ReadonlyMap<string, Outcome> } => {
  const outcomes = new Map<string, Outcome>();
  const run: Implementation['run'] = async (request) => {
    const outcome = await implementation.run(request);
    outcomes.set(request.id, outcome);
    return outcome;
  };
  return { implementation: { ...implementation, run }, outcomes };
};
