/** What is known of a program on its way through the stages of `compare`. */
import type { Implementation } from '../../run/implementation.ts';
import type { Case } from '../../values/case.ts';
import type { Outcome } from '../../values/observation.ts';
import type { Mismatch, Verdict } from '../../values/verdict.ts';
import type { Program } from '../draw/program.ts';
import type { Corner } from '../excuse/corner.ts';
import type { Excused } from '../excuse/excused.ts';
import type { Answer } from './oracle.ts';

export interface Sides {
  readonly tested: Implementation;
  /** The one whose word counts. */
  readonly against: Implementation;
  /** The corners that a difference may lie in. Default: those that the spec leaves open. */
  readonly corners?: readonly Corner[];
}

export interface Difference {
  readonly status: 'differs';
  readonly program: Program;
  /** The program with what the other side says as its expectation. */
  readonly case: Case;
  readonly verdict: Verdict;
  /** The places of the ops that raised. */
  readonly raised?: { readonly tested?: readonly number[]; readonly against?: readonly number[] };
  /** What else differs in this program, and the corner that it lies in. */
  readonly waived?: readonly Excused[];
}

export type Compared =
  | { readonly status: 'agrees'; readonly raised: boolean }
  /** Nothing can be said of it, and why. */
  | {
      readonly status: 'skipped';
      readonly why: string;
      /** The corner that what differs lies in. */
      readonly corner?: string;
      /** The options that the tested side lacks. */
      readonly options?: readonly { readonly op: string; readonly option: string }[];
    }
  | Difference;

export interface CompareOptions {
  /** How often numbers are perturbed to see whether rounding decides. */
  readonly tries?: number | undefined;
  /** Which differences are looked into; the others count as none. Default: all. */
  readonly wanted?: (difference: Difference) => boolean;
}

/** A program as it was asked. */
export interface Asked {
  readonly program: Program;
  readonly sides: Sides;
  readonly options: CompareOptions;
  readonly case: Case;
}
/** How both sides answered. */
export interface Answered extends Asked {
  readonly actual: Outcome;
  readonly oracle: Answer;
  /** Whether both promise PyTorch's kinds of errors. */
  readonly kinds: boolean;
}
/** The tested side differs from what the other one says. */
export interface Differing extends Answered {
  /** The case with what the other side says as its expectation. */
  readonly expected: Case;
  readonly verdict: Verdict;
  /** The program that the other side was asked to say it: the choices of the tested library may stand in it. */
  readonly restated: Program;
  /** What nothing accounts for yet. */
  readonly open: readonly Mismatch[];
  readonly waived: readonly Excused[];
}

/** Other programs are to be compared in the place of this one, until both sides differ in one. */
export interface Instead {
  readonly instead: readonly Program[];
  /** What is said of this one where they differ in none. Default: what is said of the last one. */
  readonly otherwise?: Compared;
}

/** What a stage comes to: an end, another program, or what the next stage begins with. */
export type Stage = (held: Differing) => Promise<Compared | Instead | Differing> | Compared | Instead | Differing;

export const isEnd = <T extends object>(one: Compared | T): one is Compared => 'status' in one;
export const skipped = (why: string): Extract<Compared, { status: 'skipped' }> => ({ status: 'skipped', why });
