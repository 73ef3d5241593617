import type { Suite } from '../load/suite.ts';
import type { Results } from '../reporters/index.ts';

/** Why results are none for a scoreboard of the suite: they are not of the whole of it, or nothing of it was judged. */
export const whyUnfit = (results: Results, suite: Pick<Suite, 'digest' | 'cases'>): string | undefined => {
  const { cases, digest } = results.suite;
  if (digest !== suite.digest) return 'its results are of another suite';
  if (cases !== suite.cases.length) return `it ran ${cases} of ${suite.cases.length} cases`;
  return results.totals.unsupported === cases ? 'none of its cases could be judged' : undefined;
};
