/**
 * How rare a finding is: upper bounds, that hold for every n, of the probability that independent numbers come out so far
 * from what is due, or farther.
 */

/** The empirical distribution function of n numbers is nowhere farther from the true one than `gap`. Source: Massart 1990. */
export const massart = (n: number, gap: number): number => Math.min(1, 2 * Math.exp(-2 * n * gap * gap));

/**
 * The mean of n numbers is `off` from theirs, where each has this variance and lies within `bound` of its mean. Source:
 * Bernstein 1924; Freedman 1975, where each is only given those before it.
 */
export const bernstein = (n: number, off: number, variance: number, bound: number): number =>
  Math.min(1, 2 * Math.exp((-n * off * off) / 2 / (variance + (bound * Math.abs(off)) / 3)));

const term = (x: number, y: number): number => (x === 0 ? 0 : x * Math.log(x / y));

/** `count` of n come true, where each does with probability p. Source: Chernoff 1952. */
export const chernoff = (n: number, count: number, p: number): number => {
  const q = count / n;
  return Math.min(1, 2 * Math.exp(-n * (term(q, p) + term(1 - q, 1 - p))));
};

/** `count` rare events, or still farther from the `mean` that is due. Source: Chernoff's bound for Poisson's distribution. */
export const poisson = (count: number, mean: number): number => Math.exp(-(term(count, mean) - count + mean));

/** `count` or more rare events, where at most `mean` are due. */
export const atMost = (count: number, mean: number): number => (count <= mean ? 1 : poisson(count, mean));

/**
 * Σ (count − due)² / due is so large, or so small, over this many degrees of freedom. Source: Laurent and Massart 2000, lemma
 * 1.
 */
export const chiSquare = (sum: number, freedom: number): number => {
  const t =
    sum > freedom ? ((Math.sqrt(2 * sum - freedom) - Math.sqrt(freedom)) / 2) ** 2 : (freedom - sum) ** 2 / 4 / freedom;
  return Math.min(1, 2 * Math.exp(-t));
};
