/** What elements are drawn from, one after the other and each by itself. */
export type Distribution =
  /** Any number, by a bell. */
  | { readonly normal: { readonly mean: number; readonly std: number } }
  /** Any number from `low` up to `high`. */
  | { readonly uniform: { readonly low: number; readonly high: number } }
  /** Whole numbers from `low` up to, and without, `high`. */
  | { readonly integers: { readonly low: number; readonly high: number } }
  /** So many elements at a time are the numbers from 0 on, in any order. */
  | { readonly permutations: { readonly of: number } };
