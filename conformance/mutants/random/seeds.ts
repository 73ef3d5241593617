/** Seeds that are not heard, or not in full, and generators that are not apart. */
import type { Call, Mutation } from '../mutation.ts';

type Options = Readonly<Record<string, unknown>>;

const wrong = (name: string, change: (right: Call) => Call, lasts = false): Mutation => ({
  kind: 'random',
  name,
  suits: () => true,
  ...(lasts ? { lasts } : {}),
  apply: (right, _tools, noted) => {
    const call = change(right);
    return (...args) => {
      noted();
      return call(...args);
    };
  },
});

const seeded =
  (change: (seed: bigint) => bigint) =>
  (right: Call): Call =>
  (generator, options) =>
    right(generator, { ...(options as Options), seed: change(BigInt((options as { seed: number }).seed)) });

/** By the op of the adapter. */
export const SEEDS: Readonly<Record<string, readonly Mutation[]>> = {
  manual_seed: [
    wrong(
      'the low 16 bits alone',
      seeded((seed) => BigInt.asUintN(16, seed)),
    ),
    wrong(
      'even and odd seeds alike',
      seeded((seed) => seed - (((seed % 2n) + 2n) % 2n)),
    ),
    wrong(
      'one seed for all',
      seeded(() => 7n),
    ),
    wrong('nothing seeded', () => (generator) => generator),
    wrong('only the first time', (right) => {
      let done = false;
      return (generator, options) => {
        if (done) return generator;
        done = true;
        return right(generator, options);
      };
    }),
    wrong('the default generator seeded for another one', (right) => (generator, options) => {
      right(undefined, options);
      return generator ?? undefined;
    }),
  ],
  Generator: [
    wrong('one generator for all', (right) => {
      let one: unknown;
      return (options) => (one ??= right(options));
    }),
  ],
};

const DRAWN = ['rand', 'randn', 'normal', 'normal_', 'uniform_', 'random_', 'randperm'] as const;

/** Ops that draw from the default generator, whichever they are given. */
export const generators: Readonly<Record<string, readonly Mutation[]>> = Object.fromEntries(
  DRAWN.map((op) => [
    op,
    [
      wrong('the same numbers for each generator', (right) => (...args) => {
        const options = args.at(-1) as Options;
        const { generator } = options;
        if (generator === undefined) return right(...args);
        (generator as { manual_seed: (seed: number) => void }).manual_seed(1);
        return right(...args);
      }),
    ],
  ]),
);
