/** What went wrong is run again alone, so that no case is blamed for what another one left behind. */
import { failureOf } from '../known/index.ts';
import type { Verdict } from '../values/verdict.ts';

/** How many deaths are looked into, and how many cases that hang: each of those costs its whole time. */
const DEATHS = 20;
const HANGS = 3;

/** How many other failures, and for how many milliseconds at most: enough to know a library that keeps state. */
const FAILURES = 8;
const TIME = 5000;

/** What is noted of a failure that its library alone does not explain. */
export const PASSES_ALONE = 'it passes when it is run alone: the library keeps state from one case to the next';

export interface RerunOptions {
  /** A case in a worker of its own. */
  readonly alone: (id: string) => Promise<Verdict>;
  /** The case that the same worker ran right before. */
  readonly before: (id: string) => string | undefined;
  /** Whether a case was to end so. */
  readonly expected: (verdict: Verdict) => boolean;
}

const isDeath = ({ verdict }: Verdict): boolean => verdict === 'crash' || verdict === 'timeout';
const noted = (verdict: Verdict, note: string): Verdict => ({ ...verdict, notes: [...(verdict.notes ?? []), note] });
const endOf = (verdict: Verdict): string => failureOf(verdict) ?? verdict.verdict;

/** What a death turns out to be: of its own case, of the one before it, or of nobody who can be named. */
const settleDeath = async (dead: Verdict, found: Map<string, Verdict>, options: RerunOptions): Promise<void> => {
  const now = await options.alone(dead.id);
  if (isDeath(now)) return;
  const before = options.before(dead.id);
  const culprit = before === undefined ? undefined : await options.alone(before);
  if (culprit !== undefined && isDeath(culprit)) {
    found.set(culprit.id, noted(culprit, `it ended as ${dead.verdict} while ${dead.id} ran`));
    found.set(dead.id, noted(now, `run again alone, since ${culprit.id} left behind what ended the worker`));
    return;
  }
  const last = before === undefined ? '' : `, the last of which was ${before}`;
  found.set(
    dead.id,
    noted(dead, `run alone it ends as ${endOf(now)}: what did this may be left from cases before it${last}`),
  );
};

/**
 * Looks into what did not end as it should, and says what is otherwise: by id, the verdicts that take the place of those
 * given. A failure that passes alone stays one, with a note: the library keeps state from one case to the next.
 */
export const rerunAlone = async (
  verdicts: readonly Verdict[],
  options: RerunOptions,
): Promise<ReadonlyMap<string, Verdict>> => {
  const found = new Map<string, Verdict>();
  const wrong = verdicts.filter((verdict) => failureOf(verdict) !== undefined && !options.expected(verdict));
  const hangs = wrong.filter(({ verdict }) => verdict === 'timeout');
  const crashes = wrong.filter(({ verdict }) => verdict === 'crash').slice(0, DEATHS);
  for (const dead of [...crashes, ...(hangs.length <= HANGS ? hangs : [])]) await settleDeath(dead, found, options);
  const began = performance.now();
  for (const one of wrong.filter((verdict) => !isDeath(verdict)).slice(0, FAILURES)) {
    if (performance.now() - began > TIME) break;
    const now = await options.alone(one.id);
    if (failureOf(now) !== undefined || now.verdict === 'unsupported') continue;
    found.set(one.id, noted(one, PASSES_ALONE));
  }
  return found;
};
