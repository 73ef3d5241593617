import type { Expectation } from '../values/case.ts';
import { child, type Report } from './fault.ts';

/** Checks that there are elements of a distribution, and whole permutations of them. */
export const checkDistribution = (
  { distribution = {} as never, shape = [] }: Expectation,
  path: string,
  report: Report,
): void => {
  for (const [family, parameters] of Object.entries(distribution)) {
    const { low = 0, high = 1, of = 1 } = parameters as { low?: number; high?: number; of?: number };
    if (low >= high) report(child(path, family), `expected "low" below "high", got ${low} and ${high}`);
    const size = shape.reduce((n, axis) => n * axis, 1);
    if (size % of !== 0) report(child(path, family), `expected whole permutations of ${of}, got ${size} elements`);
  }
};
