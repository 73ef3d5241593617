import type { Tier } from '../compare/bound.ts';
import { pages as allPages } from '../pages/pages.gen.ts';
import type { Case } from '../values/case.ts';
import { messageOf } from '../values/message.ts';
import type { Outcome } from '../values/observation.ts';
import type { Verdict } from '../values/verdict.ts';
import { heldTo } from '../versions/index.ts';
import { type Alternative, alternatives, choices, observed } from './alternatives.ts';
import type { Cell } from './cell.ts';
import { judgeNames } from './expectation.ts';
import { type Context, closest, type Finding, holds, together } from './finding.ts';
import { type Pages, trace } from './provenance.ts';
import { judgeRaised, missingError, unexpected } from './raised.ts';

/** How the note begins that names the ops of `composed` that a case used. */
export const COMPOSED = 'composed by the adapter: ';
/** The same of the entries that do more than call the library. */
export const ADAPTED = 'adapted by the adapter: ';

/** What a case is judged by, besides the case itself. */
export interface JudgeOptions {
  /** Default: standard. */
  readonly tier?: Tier;
  /** `'exact'`: the adapter promises PyTorch's error kinds. */
  readonly errors?: 'exact';
  /** The version of PyTorch that was run: it is held to what that version gives, and to nothing else. */
  readonly pytorch?: string;
  /** The op pages, from which tolerances are derived. Default: those of `spec/ops/`. */
  readonly pages?: Pages;
}

type Ended = Extract<Outcome, { status: 'result' | 'threw' }>;

/** The names that were observed but not asked for, and those that were asked for but not observed. */
const contractFault = (c: Case, outcome: Ended): string | undefined => {
  const asked = new Set(observed(c).map(({ name }) => name));
  const seen = new Set(Object.keys(outcome.values ?? {}));
  const extra = [...seen].filter((name) => !asked.has(name));
  const missing = outcome.status === 'result' ? [...asked].filter((name) => !seen.has(name)) : [];
  if (extra.length > 0) return `observed what was not asked for: ${extra.join(', ')}`;
  return missing.length > 0 ? `nothing was observed of ${missing.join(', ')}` : undefined;
};

/** Whether a case names a dtype: what the library gives may stand in for it only then. */
const names = ({ inputs, ops, expected }: Case, dtype: string): boolean =>
  JSON.stringify([inputs, ops, expected]).includes(JSON.stringify(dtype));

const asideOf = (c: Case, outcome: Ended): string[] => {
  if (outcome.status === 'threw') return outcome.late ? ['the error came when a value was read'] : [];
  const substituted = Object.entries(outcome.substituted ?? {})
    .filter(([due]) => names(c, due))
    .map(([due, used]) => `${used} stands in for ${due}`);
  const composed = outcome.composed?.length ? [COMPOSED + outcome.composed.join(', ')] : [];
  const adapted = outcome.adapted?.length ? [ADAPTED + outcome.adapted.join(', ')] : [];
  const assisted = (outcome.assisted ?? []).map((what) => `done by the suite: ${what}`);
  return [...assisted, ...composed, ...adapted, ...substituted];
};

const judgeAlternative = (
  c: Case,
  { names, error }: Alternative,
  outcome: Ended,
  exactErrors: boolean,
  contextOf: (name: string) => Context,
): Finding => {
  if (outcome.status === 'result') return error ? missingError(c, error) : judgeNames(names, outcome.values, contextOf);
  if (error === undefined) return unexpected(c, outcome);
  const raised = judgeRaised(c, error, outcome, exactErrors);
  return holds(raised) ? together([raised, judgeNames(names, outcome.values ?? {}, contextOf)]) : raised;
};

const judged = (asked: Case, outcome: Outcome, options: JudgeOptions): Verdict => {
  const { id } = asked;
  if (outcome.status === 'unsupported') return { id, verdict: 'unsupported', message: outcome.what };
  if (outcome.status === 'timeout') return { id, verdict: 'timeout', message: `no answer after ${outcome.after} ms` };
  if (outcome.status === 'error' || outcome.status === 'crash') {
    return { id, verdict: outcome.status, message: outcome.message };
  }
  const fault = contractFault(asked, outcome);
  if (fault !== undefined) return { id, verdict: 'error', message: fault };

  const c = heldTo(asked, options.pytorch);
  let traced: ReturnType<typeof trace> | undefined;
  const at = (name: string): Cell => {
    traced ??= trace(c, options.pages ?? allPages);
    return traced(name);
  };
  const substituted = ('substituted' in outcome ? outcome.substituted : undefined) ?? {};
  const contextOf = (name: string): Context => ({
    tier: options.tier ?? 'standard',
    cell: () => at(name),
    substituted,
  });
  const best = (all: readonly Alternative[]): Finding =>
    closest(all.map((one) => judgeAlternative(c, one, outcome, options.errors === 'exact', contextOf)));

  const own = best(alternatives(c.expected));
  const followed = holds(own)
    ? undefined
    : choices(c)
        .map(({ id, ways }) => ({ id, finding: best(ways) }))
        .find(({ finding }) => holds(finding));
  const finding = followed?.finding ?? own;
  const notes = [...finding.notes, ...asideOf(c, outcome)];
  const aside = notes.length > 0 ? { notes } : {};
  if (finding.stop !== undefined) return { id, ...finding.stop, ...aside };
  const conventions = [...(followed ? [followed.id] : []), ...finding.conventions];
  const [first] = finding.mismatches;
  if (first === undefined && 'idle' in outcome) {
    return { id, verdict: 'unsupported', message: 'nothing of it is for the library to do', ...aside };
  }
  if (first === undefined) {
    return conventions.length > 0
      ? { id, verdict: 'convention', conventions, ...aside }
      : { id, verdict: 'pass', ...aside };
  }
  const message = first.name === 'error' ? first.message : `${first.name} ${first.message}`;
  return { id, verdict: 'fail', reason: first.reason, message, mismatches: finding.mismatches, ...aside };
};

/**
 * Compares how a case ended with what its fixture expects. Looks at this case alone: whether an error case's control
 * passes is settled over all verdicts by `settleControls`. Never throws: an answer of which nobody thought costs its own
 * case and no other.
 */
export const judge = (c: Case, outcome: Outcome, options: JudgeOptions = {}): Verdict => {
  try {
    return judged(c, outcome, options);
  } catch (error) {
    return { id: c.id, verdict: 'error', message: `the answer cannot be judged: ${messageOf(error)}` };
  }
};
