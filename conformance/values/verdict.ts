import type { Element } from './case.ts';

/** How a case ends. `xfail` and `xpass`: one that is known to fail does, or does not any more. */
export type VerdictName =
  | 'pass'
  | 'fail'
  | 'convention'
  | 'xfail'
  | 'xpass'
  | 'unsupported'
  | 'error'
  | 'timeout'
  | 'crash';

/** Why a case fails. `vacuous`: an error case whose control does not pass. */
export type Reason =
  | 'wrong_value'
  | 'wrong_shape'
  | 'wrong_dtype'
  | 'should_have_thrown'
  | 'threw'
  | 'wrong_error'
  | 'vacuous';

/** Why a known failure fails. A `flaky` case may also pass. `runs`: of its topic more cases are to run than do. */
export type KnownReason = Reason | 'error' | 'timeout' | 'crash' | 'flaky';

/** What the known failures say of a case. */
export interface Known {
  readonly reason: KnownReason | 'runs';
  /** The line that lists it: `known-failures.txt:12`. */
  readonly place: string;
  readonly url?: string;
  /** Why the line is no longer true, in a sentence that names its place. It fails the run, whatever the verdict is. */
  readonly untrue?: string;
}

/** One element that is not as expected. */
export interface Difference {
  /** Where it stands, axis by axis. */
  readonly index: readonly number[];
  /** What was due there. */
  readonly expected: Element;
  /** What came. */
  readonly got: Element;
  /** |got − expected|; null where that is no number. */
  readonly abs: number | null;
  /** |got − expected| / |expected|; null where that is no number. */
  readonly rel: number | null;
  /** How many numbers of the dtype lie between, one end included; null where that is no number. */
  readonly ulp: number | null;
  /** The largest absolute difference that would have been accepted here. */
  readonly allowed: number | null;
}

/** Why a name does not hold. */
export interface Mismatch {
  /** What kind of difference it is. */
  readonly reason: Reason;
  /** The name or path, `error` for the error itself. */
  readonly name: string;
  /** The difference in one line. */
  readonly message: string;
  /** What was due, as text. */
  readonly expected?: string;
  /** What came, as text. */
  readonly got?: string;
  /** The worst elements first. */
  readonly differences?: readonly Difference[];
  /** How many elements differ, of how many. */
  readonly count?: { readonly wrong: number; readonly of: number };
}

/** What came of one case. */
export interface Verdict {
  /** The case's. */
  readonly id: string;
  /** How it ended. */
  readonly verdict: VerdictName;
  /** Of one that fails: why. */
  readonly reason?: Reason;
  /** One line: the reason's text, or what was unsupported. */
  readonly message?: string;
  /** Of one that fails: every name that does not hold. */
  readonly mismatches?: readonly Mismatch[];
  /** The conventions that were matched. */
  readonly conventions?: readonly string[];
  /** Things that do not fail a case: a wrong error kind of an adapter that does not promise kinds, what was assisted. */
  readonly notes?: readonly string[];
  /** Of a case that does not pass: what was written to stdout and stderr while it ran, the first part of it. */
  readonly output?: string;
  /** Of a case that the known failures list. */
  readonly known?: Known;
  /** Of a case that fails: the op or the chapter under whose finding it is reported. */
  readonly cause?: string;
  /** Of a case that was run several times and did not always end alike: how often it ended how. */
  readonly ends?: Readonly<Record<string, number>>;
}
