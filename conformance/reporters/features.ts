import type { VerdictName } from '../values/verdict.ts';
import { entriesOf } from './entries.ts';
import { type Report, type Totals, totalsOf, verdictNames } from './report.ts';
import { featureOf } from './summary.ts';

/** Feature groups in the order of the alphabet, each with its totals. */
export const featureTotals = (report: Report): readonly (readonly [feature: string, totals: Totals])[] => {
  const groups = new Map<string, (typeof report.verdicts)[number][]>();
  for (const { c, verdict } of entriesOf(report)) {
    const feature = featureOf(c);
    const own = groups.get(feature);
    if (own === undefined) groups.set(feature, [verdict]);
    else own.push(verdict);
  }
  return [...groups.entries()]
    .map(([feature, verdicts]) => [feature, totalsOf(verdicts)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
};

/** The verdicts that some case has, in their order. */
export const usedVerdicts = (totals: Totals): readonly VerdictName[] => verdictNames.filter((name) => totals[name] > 0);
