import type fc from 'fast-check';

/** Chance, as the drawing of programs needs it. */
export class Dice {
  readonly random: fc.Random;
  constructor(random: fc.Random) {
    this.random = random;
  }
  /** An integer from `min` to `max`, both included. */
  int(min: number, max: number): number {
    return this.random.nextInt(min, max);
  }
  /** True in a share `p` of all throws. */
  chance(p: number): boolean {
    return this.random.nextInt(0, 9999) < p * 10_000;
  }
  pick<T>(list: readonly T[]): T {
    return list[this.random.nextInt(0, list.length - 1)]!;
  }
  /** One of the list, if there is any. */
  some<T>(list: readonly T[]): T | undefined {
    return list.length === 0 ? undefined : this.pick(list);
  }
  /** One of the values, each as often as its weight says. */
  weighted<T>(...choices: readonly (readonly [weight: number, value: T])[]): T {
    let at = this.random.nextInt(0, choices.reduce((sum, [weight]) => sum + weight, 0) - 1);
    for (const [weight, value] of choices) {
      at -= weight;
      if (at < 0) return value;
    }
    throw new RangeError('no choices');
  }
  shuffled<T>(list: readonly T[]): T[] {
    const all = [...list];
    for (let i = all.length - 1; i > 0; i--) {
      const j = this.int(0, i);
      [all[i], all[j]] = [all[j]!, all[i]!];
    }
    return all;
  }
  from<T>(arbitrary: fc.Arbitrary<T>): T {
    return arbitrary.generate(this.random, undefined).value;
  }
}
