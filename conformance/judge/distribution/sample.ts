/** Numbers for tests: random, but the same in every run. */

/** 32 random bits a call (mulberry32). */
export const wordsFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
};

export const list = <T>(n: number, one: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => one(i));

/** Uniform numbers of 53 bits, or of fewer. */
export const uniforms = (seed: number, n: number, bits = 53): number[] => {
  const word = wordsFrom(seed);
  return list(n, () => Math.floor((word() * 2 ** 21 + (word() >>> 11)) / 2 ** (53 - bits)) / 2 ** bits);
};

/** Standard normal numbers, by Box and Muller. */
export const normals = (seed: number, n: number): number[] => {
  const u = uniforms(seed, 2 * n);
  return list(n, (i) => Math.sqrt(-2 * Math.log(1 - u[2 * i]!)) * Math.cos(2 * Math.PI * u[2 * i + 1]!));
};

/** Permutations one after the other; `choose` says with which of the places from i on place i is swapped. */
export const shuffles = (
  seed: number,
  count: number,
  n: number,
  choose = (u: number, i: number): number => i + Math.floor(u * (n - i)),
): number[] => {
  const u = uniforms(seed, count * n);
  return list(count, (r) => {
    const row = list(n, (i) => i);
    for (let i = 0; i < n; i++) {
      const j = choose(u[r * n + i]!, i);
      [row[i], row[j]] = [row[j]!, row[i]!];
    }
    return row;
  }).flat();
};
