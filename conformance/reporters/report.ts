import type { Cause } from '../causes/index.ts';
import type { Tier } from '../compare/bound.ts';
import type { Shard } from '../select/shard.ts';
import type { Case } from '../values/case.ts';
import type { Verdict, VerdictName } from '../values/verdict.ts';
import { counted } from './text.ts';

/** Where cases ran. */
export interface Environment {
  /** The version of Node. */
  readonly node: string;
  /** The operating system, its release and its architecture. */
  readonly os: string;
  /** The processors. */
  readonly device: string;
}

/** When, for how long and where a run took place. */
export interface Run extends Environment {
  /** ISO 8601. */
  readonly began: string;
  /** Milliseconds. */
  readonly duration: number;
}

/** All that a run has found: what every reporter is given. */
export interface Report {
  readonly suite: {
    readonly version: string;
    /** sha256 over the fixture files. */
    readonly digest: string;
  };
  readonly adapter: { readonly name: string; readonly version?: string; readonly url?: string };
  readonly tolerance: Tier;
  /** The cases that were run; `verdicts` has one for each, in the same order. */
  readonly cases: readonly Case[];
  readonly verdicts: readonly Verdict[];
  /** What the failures come down to: one finding each. */
  readonly causes: readonly Cause[];
  /** Which part of the chosen cases this run is, and how many were chosen. */
  readonly shard?: Shard;
  /** The run ended before its end: how many cases were chosen, and why the others have no verdict. */
  readonly incomplete?: { readonly cases: number; readonly why: string };
  /** How long the run took, in milliseconds. */
  readonly duration: number;
  /** How it was run, where that is known. */
  readonly run?: Run;
}

export const verdictNames: readonly VerdictName[] = [
  ...(['pass', 'fail', 'convention', 'xfail', 'xpass', 'unsupported', 'error', 'timeout', 'crash'] as const),
];

/** The verdicts that are not as they should be. */
export const unexpected: ReadonlySet<VerdictName> = new Set(['fail', 'xpass', 'error', 'timeout', 'crash']);

/** Whether a verdict fails the run: by itself, or because the known failures say something else of its case. */
export const failsRun = ({ verdict, known }: Verdict): boolean =>
  unexpected.has(verdict) || known?.untrue !== undefined;

/** Whether nothing can be learnt from a run: no case passed, and none failed as it is known to. */
export const showsNothing = (verdicts: readonly Verdict[]): boolean =>
  !verdicts.some(({ verdict }) => verdict === 'pass' || verdict === 'convention' || verdict === 'xfail');

export type Totals = Readonly<Record<VerdictName, number>>;

/** How often each verdict was given; every one of them is there, and their sum is the number of verdicts. */
export const totalsOf = (verdicts: readonly Verdict[]): Totals => {
  const totals = Object.fromEntries(verdictNames.map((name) => [name, 0])) as Record<VerdictName, number>;
  for (const { verdict } of verdicts) totals[verdict]++;
  return totals;
};

/** `of 1,921 cases, the others were not run: ended by SIGINT`. */
export const incompleteText = ({ cases, why }: NonNullable<Report['incomplete']>): string =>
  `of ${counted(cases, 'case')}, the others have no verdict: ${why}`;
