import type { Case } from '../values/case.ts';
import type { Verdict } from '../values/verdict.ts';
import { type Alternative, alternatives, choices } from './alternatives.ts';

const raises = (ways: readonly Alternative[]): boolean => ways.some(({ error }) => error !== undefined);

/** Whether a case ended well by raising: as it expects, or by a choice. */
const raisedWell = (c: Case, { verdict, conventions = [] }: Verdict): boolean => {
  if (verdict === 'pass') return raises(alternatives(c.expected));
  return verdict === 'convention' && choices(c).some(({ id, ways }) => conventions.includes(id) && raises(ways));
};

/**
 * Fails as `vacuous` every case that ended well by raising although its control did not: a library that raises at everything has
 * refused nothing. A convention is one way to succeed. Where the library lacks what the control needs, nobody can tell
 * whether it refused anything: the case is unsupported. A control that was not run settles nothing, and a note says so.
 */
export const settleControls = (cases: readonly Case[], verdicts: readonly Verdict[]): Verdict[] => {
  const byId = new Map(verdicts.map((verdict) => [verdict.id, verdict]));
  const byCase = new Map(cases.map((c) => [c.id, c]));
  return verdicts.map((verdict) => {
    const c = byCase.get(verdict.id);
    const control = c?.control;
    if (control === undefined || !raisedWell(c!, verdict)) return verdict;
    const found = byId.get(control);
    if (found === undefined)
      return { ...verdict, notes: [...(verdict.notes ?? []), `its control ${control} was not run`] };
    if (found.verdict === 'pass' || found.verdict === 'convention') return verdict;
    if (found.verdict === 'unsupported') {
      const { id, conventions: _, ...rest } = verdict;
      return { ...rest, id, verdict: 'unsupported', message: found.message ?? `its control ${control}` };
    }
    const why = found.verdict === 'fail' ? `fails (${found.reason})` : `ends as ${found.verdict}`;
    const message = `raised as it should, which proves nothing: its control ${control} ${why}`;
    const mismatches = [{ reason: 'vacuous', name: 'error', message } as const];
    const { conventions: _, ...rest } = verdict;
    return { ...rest, verdict: 'fail', reason: 'vacuous', message, mismatches };
  });
};
