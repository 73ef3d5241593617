/** What elements are drawn from, as a Kolmogorov–Smirnov test tells. */
export type Distribution =
  | { readonly normal: { readonly mean: number; readonly std: number } }
  | { readonly uniform: { readonly low: number; readonly high: number } };
