/** PyTorch's CPU generator: the Mersenne Twister MT19937, and one normal number kept for later. */
import { checkDevice, type OnDevice } from './device.ts';
import { raise } from './errors.ts';

const WORDS = 624;
const MIDDLE = 397;
const UPPER = 0x80000000;
const LOWER = 0x7fffffff;
const TWIST = 0x9908b0df;

/** What a generator has until it is seeded. */
export const DEFAULT_SEED = 67280421310721;

/**
 * A stream of random numbers: PyTorch's on a CPU, number for number. Source: torch.Generator; the Mersenne Twister
 * MT19937 by Matsumoto and Nishimura, 1998.
 */
export class Generator {
  readonly #state: Uint32Array = new Uint32Array(WORDS);
  #used: number = WORDS;
  #seed = 0n;
  /** The second number of a pair of normal ones, until it is asked for. */
  #spare: number | null = null;

  constructor(options: OnDevice = {}) {
    checkDevice(options);
    this.manual_seed(DEFAULT_SEED);
  }

  /** Starts the stream anew. Only the low 32 bits of the seed count; it lies between −2⁶³ and 2⁶⁴ − 1. */
  manual_seed(seed: number | bigint): this {
    if (typeof seed !== 'bigint' && !Number.isInteger(seed)) {
      raise('invalid_argument', `a seed must be an integer, not ${String(seed)}`);
    }
    this.#seed = BigInt(seed);
    if (this.#seed < -(2n ** 63n) || this.#seed >= 2n ** 64n)
      raise('invalid_argument', `seed ${seed} does not fit 64 bits`);
    const s = this.#state;
    s[0] = Number(BigInt.asUintN(32, this.#seed));
    for (let i = 1; i < WORDS; i++) s[i] = Math.imul(1812433253, s[i - 1]! ^ (s[i - 1]! >>> 30)) + i;
    this.#used = WORDS;
    this.#spare = null;
    return this;
  }

  /** The seed that it was given. */
  initial_seed(): bigint {
    return this.#seed;
  }

  /** The next 32 bits. */
  word(): number {
    if (this.#used === WORDS) this.#twist();
    let y = this.#state[this.#used++]!;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  }

  /** The next 64 bits: the first word is the upper one. */
  wide(): bigint {
    const upper = this.word();
    return (BigInt(upper) << 32n) | BigInt(this.word());
  }

  /** The low 53 of 64 bits, over 2⁵³: uniform on [0, 1). */
  uniform(): number {
    const upper = this.word() & 0x1fffff;
    return (upper * 2 ** 32 + this.word()) * 2 ** -53;
  }

  /** One standard normal number, in float64. They come in pairs. */
  normal(): number {
    if (this.#spare !== null) {
      const spare = this.#spare;
      this.#spare = null;
      return spare;
    }
    const angle = 2 * Math.PI * this.uniform();
    const radius = Math.sqrt(-2 * Math.log(1 - this.uniform()));
    this.#spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  }

  #twist(): void {
    const s = this.#state;
    for (let i = 0; i < WORDS; i++) {
      const y = (s[i]! & UPPER) | (s[(i + 1) % WORDS]! & LOWER);
      s[i] = s[(i + MIDDLE) % WORDS]! ^ (y >>> 1) ^ (y & 1 ? TWIST : 0);
    }
    this.#used = 0;
  }
}

/** What draws when no generator is given. */
export const globalGenerator: Generator = new Generator();
