import { judge } from '../../../judge/index.ts';
import { laterThan } from '../../../needs/index.ts';
import type { Implementation } from '../../../run/implementation.ts';
import { type RunOptions, runCases } from '../../../run/run-cases.ts';
import type { Case } from '../../../values/case.ts';
import type { Verdict } from '../../../values/verdict.ts';
import { heldTo, newest } from '../../../versions/index.ts';
import { before, isNeedless, listed } from './needless.ts';
import { recording } from './record.ts';
import { untrueSinces } from './untrue-since.ts';

/** What the suite has found on one version. */
export interface Checked {
  readonly version: string;
  readonly verdicts: readonly Verdict[];
  /** The cases that do not end as they must. */
  readonly failing: readonly Verdict[];
  /** What the suite says of this version and is not so, a line each. */
  readonly untrue: readonly string[];
  /** Cases that pass. */
  readonly passed: number;
  /** Cases that need what came later. */
  readonly later: number;
  /** Cases that pass by what they call `earlier`. */
  readonly earlier: number;
}

/** A version that nobody lists may give what the one before it gives, or what the one after it does. */
const passesAsBefore = (one: Case, version: string, outcome: Parameters<typeof judge>[1] | undefined): boolean => {
  const older = before(version);
  if (listed(version) !== undefined || older === undefined || outcome === undefined) return false;
  return judge(one, outcome, { errors: 'exact', pytorch: older }).verdict === 'pass';
};

/** Runs cases on one version of PyTorch, and proves what they say of it both ways. `all` is the whole suite. */
export const checkVersion = async (
  cases: readonly Case[],
  all: readonly Case[],
  process: Implementation,
  options: RunOptions,
): Promise<Checked> => {
  const version = process.version ?? newest;
  const { implementation, outcomes } = recording(process);
  const raw = await runCases(cases, all, implementation, options);
  const asBefore = new Set(
    cases
      .filter((one, i) => raw[i]!.verdict === 'fail' && passesAsBefore(one, version, outcomes.get(one.id)))
      .map(({ id }) => id),
  );
  const verdicts = raw.map(
    (verdict): Verdict => (asBefore.has(verdict.id) ? { id: verdict.id, verdict: 'pass' } : verdict),
  );
  const byId = new Map(all.map((one) => [one.id, one]));
  const isLater = (one: Case): boolean =>
    laterThan(one, version).length > 0 ||
    (one.control !== undefined && laterThan(byId.get(one.control)!, version).length > 0);
  const lacks = (one: Case, { verdict }: Verdict): boolean => verdict === 'unsupported' && isLater(one);
  const passes = (i: number): boolean => verdicts[i]!.verdict === 'pass';
  const older = (one: Case): boolean => heldTo(one, version).expected !== one.expected || asBefore.has(one.id);
  const needless = cases
    .filter((one, i) => passes(i) && isNeedless(one, version, outcomes.get(one.id)!, { ...options, errors: 'exact' }))
    .map(({ id }) => `${id} says what was until ${listed(version)}, but ${version} gives what came after it too`);
  return {
    version,
    verdicts,
    failing: verdicts.filter((verdict, i) => !passes(i) && !lacks(cases[i]!, verdict)),
    untrue: [...needless, ...(await untrueSinces(cases, version, process))],
    passed: cases.filter((_, i) => passes(i)).length,
    later: cases.filter((one, i) => lacks(one, verdicts[i]!)).length,
    earlier: cases.filter((one, i) => passes(i) && older(one)).length,
  };
};
