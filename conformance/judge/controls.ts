import type { Case } from '../case.ts';
import type { Verdict } from '../verdict.ts';
import { alternatives } from './alternatives.ts';

const expectsError = (c: Case): boolean => alternatives(c.expected).some(({ error }) => error !== undefined);

/**
 * Fails as `vacuous` every error case that passed although its control did not: a library that raises at everything has
 * refused nothing. A convention is one way to succeed. Where the library lacks what the control needs, nobody can tell
 * whether it refused anything: the case is unsupported. A control that was not run settles nothing, and a note says so.
 */
export const settleControls = (cases: readonly Case[], verdicts: readonly Verdict[]): Verdict[] => {
  const byId = new Map(verdicts.map((verdict) => [verdict.id, verdict]));
  const controls = new Map(cases.filter(expectsError).map((c) => [c.id, c.control]));
  return verdicts.map((verdict) => {
    const control = controls.get(verdict.id);
    if (control === undefined || verdict.verdict !== 'pass') return verdict;
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
    return { ...verdict, verdict: 'fail', reason: 'vacuous', message, mismatches };
  });
};
