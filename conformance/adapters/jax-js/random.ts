import { random as draws, numpy as np } from '@jax-js/jax';
import { unsupported } from '../../adapter/contract.ts';
import type { Ops } from '../../adapter/ops.gen.ts';
import { lent, type T } from './array.ts';

let seed = 0;
/** jax-js has no generator with a state: every draw is given a key of its own. */
const nextKey = (): T => draws.key(seed++);

export const random: Ops<T> = {
  rand: ({ size }) => draws.uniform(nextKey(), [...size]),
  randn: ({ size }) => draws.normal(nextKey(), [...size]),
  randperm: ({ n }) => draws.permutation(nextKey(), n),
  uniform_: (x, { from = 0, to = 1 }) => draws.uniform(nextKey(), x.shape, { minval: from, maxval: to }),
};

/** All normal draws are standard ones. */
export const composedRandom: Ops<T> = {
  normal: (mean, std, { size }) =>
    size === undefined ? unsupported('normal without a size') : scaled(draws.normal(nextKey(), [...size]), mean, std),
  normal_: (x, { mean = 0, std = 1 }) => scaled(draws.normal(nextKey(), x.shape), mean, std),
};

const scaled = (z: T, mean: T | number | boolean, std: T | number | boolean): T =>
  np.add(np.multiply(z, lent(std)), lent(mean));
