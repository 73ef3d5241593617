import { endsText, failureOf } from '../known/index.ts';
import type { Verdict } from '../values/verdict.ts';

/** How a verdict ends, as far as two runs have to agree. */
const endOf = (verdict: Verdict): string => failureOf(verdict) ?? verdict.verdict;

/**
 * One verdict for each case of several runs of the same cases. A case that always ends alike keeps its first verdict. One
 * that does not is a flake: it has the first verdict that fails, or is an `error` if none does, and says how often it
 * ended how.
 */
export const mergeRuns = (runs: readonly (readonly Verdict[])[]): readonly Verdict[] =>
  runs[0]!.map((first, i): Verdict => {
    const all = runs.map((run) => run[i]!);
    const ends: Record<string, number> = {};
    for (const verdict of all) ends[endOf(verdict)] = (ends[endOf(verdict)] ?? 0) + 1;
    if (Object.keys(ends).length === 1) return first;
    const failing = all.find((verdict) => failureOf(verdict) !== undefined);
    const note = `does not always end alike: ${endsText(ends)}`;
    if (failing === undefined) return { id: first.id, verdict: 'error', message: note, ends };
    return { ...failing, notes: [...(failing.notes ?? []), note], ends };
  });
