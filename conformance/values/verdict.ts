import type { Element } from './case.ts';

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
  readonly index: readonly number[];
  readonly expected: Element;
  readonly got: Element;
  readonly abs: number | null;
  readonly rel: number | null;
  readonly ulp: number | null;
  /** The largest absolute difference that would have been accepted here. */
  readonly allowed: number | null;
}

/** Why a name does not hold. */
export interface Mismatch {
  readonly reason: Reason;
  /** The name or path, `error` for the error itself. */
  readonly name: string;
  readonly message: string;
  readonly expected?: string;
  readonly got?: string;
  /** The worst elements first. */
  readonly differences?: readonly Difference[];
  /** How many elements differ, of how many. */
  readonly count?: { readonly wrong: number; readonly of: number };
}

export interface Verdict {
  readonly id: string;
  readonly verdict: VerdictName;
  readonly reason?: Reason;
  /** One line: the reason's text, or what was unsupported. */
  readonly message?: string;
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
