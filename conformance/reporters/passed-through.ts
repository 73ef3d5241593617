import { ADAPTED, COMPOSED } from '../judge/index.ts';
import type { Verdict } from '../values/verdict.ts';
import { grouped } from './text.ts';

/**
 * How many of the passes are not the library's plain calls alone, in a sentence; undefined if all are. A case that needs
 * both is counted as composed, as on the scoreboard.
 */
export const passedThrough = (verdicts: readonly Verdict[]): string | undefined => {
  const passes = verdicts.filter(({ verdict }) => verdict === 'pass' || verdict === 'xpass');
  const has = ({ notes = [] }: Verdict, how: string): boolean => notes.some((note) => note.startsWith(how));
  const composed = passes.filter((verdict) => has(verdict, COMPOSED)).length;
  const adapted = passes.filter((verdict) => has(verdict, ADAPTED) && !has(verdict, COMPOSED)).length;
  const parts = [
    ...(adapted > 0 ? [`${grouped(adapted)} through entries that the adapter adapts`] : []),
    ...(composed > 0 ? [`${grouped(composed)} through ops that it composes`] : []),
  ];
  return parts.length === 0 ? undefined : `Of the ${grouped(passes.length)} passes, ${parts.join(' and ')}.`;
};
