/** Random numbers for mutants: Marsaglia's xorshift, 32 bits, the same ones in every run. */
export class Words {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 1;
  }

  /** The next 32 bits. */
  word(): number {
    let x = this.#state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.#state = x;
    return x >>> 0;
  }

  /** Uniform on [0, 1). */
  uniform(): number {
    return this.word() / 2 ** 32;
  }

  /** Uniform on 0 … n − 1. */
  below(n: number): number {
    return Math.floor(this.uniform() * n);
  }
}

/** Words that follow from what a right generator has drawn, so that they follow its seed. */
export function wordsOf(data: readonly (number | bigint)[]): Words {
  let hash = 2166136261;
  for (const v of data.slice(0, 64)) hash = Math.imul(hash ^ Math.floor(Math.abs(Number(v)) * 1e9), 16777619);
  return new Words(hash);
}
