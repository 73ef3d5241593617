import type { Case } from '../values/case.ts';
import type { Verdict } from '../values/verdict.ts';

/** The conventions that a case offers and a verdict follows. */
const followed = (c: Case, { verdict, conventions = [] }: Verdict): readonly string[] =>
  verdict === 'convention' ? c.conventions.map(({ id }) => id).filter((id) => conventions.includes(id)) : [];

/**
 * A convention holds throughout. Fails every case that follows one where the library went PyTorch's way, or another's, in a
 * case that offers the same: what a library does by choice here and not there, it has not chosen.
 */
export const settleConventions = (cases: readonly Case[], verdicts: readonly Verdict[]): Verdict[] => {
  const byCase = new Map(cases.map((c) => [c.id, c]));
  /** Of each convention, the case that offers it and did not follow it: the first by its id, whatever was run with it. */
  const against = new Map<string, Verdict>();
  for (const verdict of verdicts) {
    if (verdict.verdict !== 'pass' && verdict.verdict !== 'convention') continue;
    const c = byCase.get(verdict.id);
    if (c === undefined) continue;
    const own = followed(c, verdict);
    for (const { id } of c.conventions) {
      const before = against.get(id);
      if (!own.includes(id) && (before === undefined || verdict.id < before.id)) against.set(id, verdict);
    }
  }
  return verdicts.map((verdict) => {
    const c = byCase.get(verdict.id);
    const broken = c === undefined ? undefined : followed(c, verdict).find((id) => against.has(id));
    if (broken === undefined) return verdict;
    const other = against.get(broken)!;
    const way = other.verdict === 'pass' ? "PyTorch's way" : `as ${other.conventions!.join(', ')}`;
    const message = `follows ${broken} here, but goes ${way} in ${other.id}: a convention holds throughout`;
    const { conventions: _, ...rest } = verdict;
    const mismatches = [{ reason: 'wrong_value', name: broken, message } as const];
    return { ...rest, verdict: 'fail', reason: 'wrong_value', message, mismatches };
  });
};
