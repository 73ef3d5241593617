import type { Cause } from '../hold/cause.ts';
import { causeOf, keyOf } from '../hold/cause.ts';
import type { Difference, Sides } from '../hold/compare.ts';
import { shrink } from '../shrink/shrink.ts';

/** Differences of one cause: the smallest program, and how many there were. */
export interface Finding {
  readonly cause: Cause;
  readonly difference: Difference;
  readonly count: number;
}

/** How many programs that look alike are shrunk, to see whether they are. */
const SHRUNK = 2;

const sizeOf = ({ program }: Difference): number => JSON.stringify(program).length;

/** Shrinks what differs, and folds what comes down to the same. */
export class Findings {
  readonly #sides: Sides;
  readonly #byCause = new Map<string, Finding>();
  /** By how a program looks before it is shrunk: the causes that such programs came down to. */
  readonly #seen = new Map<string, string[]>();

  constructor(sides: Sides) {
    this.#sides = sides;
  }

  get all(): readonly Finding[] {
    return [...this.#byCause.values()];
  }

  async add(difference: Difference): Promise<void> {
    const look = keyOf(causeOf(difference));
    const before = this.#seen.get(look) ?? [];
    this.#seen.set(look, before);
    const enough = difference.verdict.verdict === 'fail' ? SHRUNK : 1;
    if (before.length >= enough) return this.#count(before[0]!);
    const small = await shrink(difference, this.#sides);
    const cause = causeOf(small);
    const key = keyOf(cause);
    before.push(key);
    const known = this.#byCause.get(key);
    if (known === undefined) this.#byCause.set(key, { cause, difference: small, count: 1 });
    else {
      const better = sizeOf(small) < sizeOf(known.difference) ? small : known.difference;
      this.#byCause.set(key, { cause, difference: better, count: known.count + 1 });
    }
  }

  #count(key: string): void {
    const known = this.#byCause.get(key)!;
    this.#byCause.set(key, { ...known, count: known.count + 1 });
  }
}
