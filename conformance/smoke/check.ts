import type { Hand } from './hand.ts';

/** One thing that every adapter has to do right. */
export interface Check {
  /** What holds if it is right. */
  readonly name: string;
  /** Throws `Broken` if it is wrong, `NotChecked` if there is nothing to look at. */
  readonly look: (hand: Hand) => void | Promise<void>;
}
