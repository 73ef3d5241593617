/** What `softshrink` and `hardshrink` have in common. */

export interface ShrinkOptions {
  /** Half the width of what becomes 0. Default 0.5. */
  readonly lambd?: number;
}

/** The slope: 0 within lambd of 0, and at it, else 1. */
export const outside =
  ({ lambd }: Required<ShrinkOptions>) =>
  (x: number, g: number): number =>
    x >= -lambd && x <= lambd ? 0 : g;
