import { ADAPTED, COMPOSED } from '../judge/index.ts';
import type { Results } from '../reporters/index.ts';
import { featureOf } from '../reporters/summary.ts';
import type { Case } from '../values/case.ts';
import type { Verdict } from '../values/verdict.ts';

/** How the cases of a group ended; the sum of all is the number of the group's cases. */
export interface Tally {
  readonly passed: number;
  /** Passed, with an op that the adapter put together from several of the library's. */
  readonly composed: number;
  /** Passed, with an entry that does more than call the library. */
  readonly adapted: number;
  readonly failed: number;
  readonly convention: number;
  readonly unsupported: number;
}
export type Column = keyof Tally;
export const columns: readonly Column[] = ['passed', 'adapted', 'composed', 'failed', 'convention', 'unsupported'];

/**
 * Where a verdict is counted. What is known to be flaky fails, however it ended this time: the same libraries give the same
 * scoreboard.
 */
export const columnOf = ({ verdict, known, notes = [] }: Verdict): Column => {
  if (verdict === 'unsupported') return 'unsupported';
  if (known?.reason === 'flaky') return 'failed';
  if (verdict === 'convention') return 'convention';
  if (verdict !== 'pass' && verdict !== 'xpass') return 'failed';
  if (notes.some((note) => note.startsWith(COMPOSED))) return 'composed';
  return notes.some((note) => note.startsWith(ADAPTED)) ? 'adapted' : 'passed';
};

export const tallyOf = (verdicts: readonly Verdict[]): Tally => {
  const tally = { passed: 0, adapted: 0, composed: 0, failed: 0, convention: 0, unsupported: 0 };
  for (const verdict of verdicts) tally[columnOf(verdict)]++;
  return tally;
};

/** The feature groups in the order of the alphabet, each with its tally. `cases` are those of the results. */
export const featureTallies = (
  { cases: verdicts }: Pick<Results, 'cases'>,
  cases: readonly Case[],
): readonly (readonly [feature: string, tally: Tally])[] => {
  const features = new Map(cases.map((c) => [c.id, featureOf(c)]));
  const groups = new Map<string, Verdict[]>();
  for (const verdict of verdicts) {
    const feature = features.get(verdict.id)!;
    groups.set(feature, [...(groups.get(feature) ?? []), verdict]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([feature, own]) => [feature, tallyOf(own)] as const);
};
