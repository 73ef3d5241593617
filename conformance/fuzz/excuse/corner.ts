/** A corner: a difference of which nobody is guilty, and what is looked at to tell that a difference is one. */
import type { Trait } from '../../pages/page.ts';
import type { ErrorKind, OpStep } from '../../values/case.ts';
import type { Mismatch } from '../../values/verdict.ts';
import type { Program } from '../draw/program.ts';
import type { Seen } from '../slice/slice.ts';

/** How a side fared at the step at which the two part. */
export interface Refusal {
  readonly kind: ErrorKind | undefined;
  /** What of the library itself, and not of the program, made it raise: an id, by its own word. */
  readonly limitation: string | undefined;
}

/** Of an error: the first step at which one side raised, and how. Undefined for a side that went on. */
export interface Parting {
  readonly step: OpStep;
  readonly oracle: Refusal | undefined;
  readonly actual: Refusal | undefined;
}

/** A side: the one whose word counts, or the one that is tested. */
export type Side = 'oracle' | 'actual';

/** What is looked at where a difference is: nothing of the program but what the difference is computed from. */
export interface Sight {
  readonly program: Program;
  /** The calls of the corner's op among them. */
  readonly own: readonly OpStep[];
  /** What the side whose word counts gave. */
  readonly oracle: Seen;
  /** What the tested side gave. */
  readonly actual: Seen;
  /** All that differs there, in the order of the program. */
  readonly all: readonly Mismatch[];
  /** Where the difference is one of errors. */
  readonly parting: Parting | undefined;
  /** The side that is a PyTorch of the corner's versions; undefined where the corner is open to everybody. */
  readonly pytorch: Side | undefined;
}

/** Ops by the names of their pages, all that have a trait, or whatever op raises and says that this is why (`Refusal`). */
export type Of =
  | { readonly ops: readonly string[]; readonly trait?: never; readonly limitation?: never }
  | { readonly trait: Trait; readonly ops?: never; readonly limitation?: never }
  | { readonly limitation: true; readonly ops?: never; readonly trait?: never };

export type Corner = Of & {
  /** What totals and findings call it. It never changes. */
  readonly id: string;
  /**
   * The versions of PyTorch that have it, where it is PyTorch's own: `<=1.13.1`, or `*`. Left out where the spec leaves it open
   * for everybody.
   */
  readonly pytorch?: string;
  /** A program that comes to it: two sides that are both right differ in it, and in nothing but it. */
  readonly witness: Program;
  /** Whether a difference lies in it. It is asked only where the difference is computed from the op. */
  readonly holds: (mismatch: Mismatch, sight: Sight) => boolean;
  readonly because: string;
  /** It is one of numbers that were rounded. */
  readonly rounds?: true;
};

export const isGradient = ({ name }: Mismatch): boolean => name.endsWith('.grad');

/** The other one of two sides. */
export const beside = (side: Side | undefined): Side => (side === 'actual' ? 'oracle' : 'actual');
