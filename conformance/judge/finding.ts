import type { Tier } from '../compare/bound.ts';
import type { Dtype } from '../values/case.ts';
import type { Observation } from '../values/observation.ts';
import type { Mismatch } from '../values/verdict.ts';
import type { Cell } from './cell.ts';

/** What judging one name, or all of them, has found. */
export interface Finding {
  readonly mismatches: readonly Mismatch[];
  readonly notes: readonly string[];
  readonly conventions: readonly string[];
  /** Ends the judging: the adapter broke its contract, or cannot do what the expectation asks. */
  readonly stop?: { readonly verdict: 'error' | 'unsupported'; readonly message: string };
}

/** What an expectation is judged under. */
export interface Context {
  readonly tier: Tier;
  /** What made the value. A function: most values are what is expected to the last bit, and are not asked what made them. */
  readonly cell: () => Cell;
  readonly substituted: Readonly<Partial<Record<Dtype, Dtype>>>;
  /** What was observed of all names. */
  readonly others?: Readonly<Record<string, Observation>>;
}

export const nothing: Finding = { mismatches: [], notes: [], conventions: [] };
export const wrong = (...mismatches: readonly Mismatch[]): Finding =>
  mismatches.length === 0 ? nothing : { ...nothing, mismatches };
export const broken = (message: string): Finding => ({ ...nothing, stop: { verdict: 'error', message } });
export const lacking = (what: string): Finding => ({ ...nothing, stop: { verdict: 'unsupported', message: what } });

export const together = (all: readonly Finding[]): Finding => {
  const findings = all.filter((finding) => finding !== nothing);
  if (findings.length <= 1) return findings[0] ?? nothing;
  const stop = findings.find((finding) => finding.stop !== undefined)?.stop;
  return {
    mismatches: findings.flatMap((finding) => finding.mismatches),
    notes: [...new Set(findings.flatMap((finding) => finding.notes))],
    conventions: [...new Set(findings.flatMap((finding) => finding.conventions))],
    ...(stop === undefined ? {} : { stop }),
  };
};

export const holds = (finding: Finding): boolean => finding.mismatches.length === 0 && finding.stop === undefined;

/** The alternative that holds, else the one that comes closest: a stop is farthest, then the number of mismatches. */
export const closest = (findings: readonly Finding[]): Finding => {
  const distance = (finding: Finding): number => (finding.stop ? Infinity : finding.mismatches.length);
  return findings.reduce((best, next) => (distance(next) < distance(best) ? next : best));
};
