import type { Hand } from './hand.ts';

/** One thing that has to be right, looked at with a hand of some kind. */
export interface Check<H = Hand> {
  /** What holds if it is right. */
  readonly name: string;
  /** Throws `Broken` if it is wrong, `NotChecked` if there is nothing to look at; may give notes. */
  readonly look: (hand: H) => Notes | Promise<Notes>;
}

// biome-ignore lint/suspicious/noConfusingVoidType: most checks have nothing to note
type Notes = readonly string[] | void;
