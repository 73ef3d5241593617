import { random as draws } from 'numpy-ts';
import { unsupported } from '../../adapter/contract.ts';
import type { Ops } from '../../adapter/ops.gen.ts';
import { result, type T } from './array.ts';

type Generator = ReturnType<typeof draws.default_rng>;
/** The generator that a case names, or the functions of the global one. */
const from = (generator: unknown): Generator | typeof draws => (generator as Generator | undefined) ?? draws;

const number = (x: unknown): number => (typeof x === 'number' ? x : unsupported('normal of arrays'));
/** All draws are float64, and no option says otherwise. */
const sizeOf = (size: readonly number[], dtype: string | undefined): number[] =>
  dtype === undefined || dtype === 'float64' ? [...size] : unsupported('the dtype of a draw');

export const random: Ops<T> = {
  Generator: () => draws.default_rng(),
  manual_seed: (generator, { seed }) =>
    generator === undefined ? draws.seed(seed) : unsupported('seeding a generator anew'),
  rand: ({ size, dtype, generator }) => result(from(generator).random(sizeOf(size, dtype))),
  randn: ({ size, dtype, generator }) => result(from(generator).standard_normal(sizeOf(size, dtype))),
  normal: (mean, std, { size, generator }) =>
    result(from(generator).normal(number(mean), number(std), size === undefined ? size : [...size])),
  randperm: ({ n, generator }) => result(from(generator).permutation(n)),
};
