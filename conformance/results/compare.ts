import type { Results } from '../reporters/index.ts';
import type { Verdict } from '../values/verdict.ts';

/** A case that ended otherwise than before. */
export interface Change {
  readonly id: string;
  readonly before: string;
  readonly after: string;
}

/** What is different between two runs; each list in the order of the new run, what is gone in that of the old one. */
export interface Comparison {
  /** Regressions: what does not fail before and does now, or did pass before and can no longer run. */
  readonly newlyFailing: readonly Change[];
  /** Failed before, and passes or follows a convention now. */
  readonly newlyPassing: readonly Change[];
  /** Failed before and fails now, in another way. */
  readonly changed: readonly Change[];
  /** Failed as known, and fails in the same way now that it is no longer listed. */
  readonly unlisted: readonly Change[];
  /** Ended otherwise, and none of these: listed as known now, or supported now. */
  readonly other: readonly Change[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** The suite is the same, so that a removed case is one that was not run. */
  readonly sameSuite: boolean;
}

/** How a case did, whatever the known failures say of it. */
type State = 'passes' | 'fails' | 'unsupported';

const states: Readonly<Record<Verdict['verdict'], State>> = {
  ...{ pass: 'passes', convention: 'passes', xpass: 'passes', unsupported: 'unsupported' },
  ...{ fail: 'fails', xfail: 'fails', error: 'fails', timeout: 'fails', crash: 'fails' },
};

/** `fail (wrong_value)`, `xfail (timeout)`, `pass`. */
const wordsOf = ({ verdict, reason, known }: Verdict): string => {
  const why = reason ?? (verdict === 'xfail' ? known?.reason : undefined);
  return why === undefined ? verdict : `${verdict} (${why})`;
};

/** How a case failed, whether or not that was known. */
const failureOf = ({ verdict, reason, known }: Verdict): string =>
  reason ?? (verdict === 'xfail' ? known!.reason : verdict);

type List = 'newlyFailing' | 'newlyPassing' | 'changed' | 'unlisted' | 'other';

const kindOf = (before: Verdict, after: Verdict): List => {
  const [was, is] = [states[before.verdict], states[after.verdict]];
  const accepted = after.verdict === 'xfail';
  if (is === 'fails' && was === 'fails') {
    if (before.verdict !== 'xfail' && accepted) return 'other';
    return before.verdict === 'xfail' && !accepted && failureOf(before) === failureOf(after) ? 'unlisted' : 'changed';
  }
  if (is === 'fails') return accepted ? 'other' : 'newlyFailing';
  if (is === 'unsupported') return was === 'passes' ? 'newlyFailing' : 'other';
  return was === 'fails' ? 'newlyPassing' : 'other';
};

/** Compares two runs case by case. */
export const compareResults = (before: Results, after: Results): Comparison => {
  const old = new Map(before.cases.map((verdict) => [verdict.id, verdict]));
  const lists: Record<List, Change[]> = { newlyFailing: [], newlyPassing: [], changed: [], unlisted: [], other: [] };
  for (const verdict of after.cases) {
    const was = old.get(verdict.id);
    if (was === undefined || wordsOf(was) === wordsOf(verdict)) continue;
    lists[kindOf(was, verdict)].push({ id: verdict.id, before: wordsOf(was), after: wordsOf(verdict) });
  }
  const now = new Set(after.cases.map(({ id }) => id));
  return {
    ...lists,
    added: after.cases.filter(({ id }) => !old.has(id)).map(({ id }) => id),
    removed: before.cases.filter(({ id }) => !now.has(id)).map(({ id }) => id),
    sameSuite: before.suite.digest === after.suite.digest,
  };
};

/** Whether the new run is worse: a case fails newly, or was not run although the suite still has it. */
export const isWorse = ({ newlyFailing, removed, sameSuite }: Comparison): boolean =>
  newlyFailing.length > 0 || (sameSuite && removed.length > 0);
