import * as tf from '@tensorflow/tfjs';
import { unsupported } from '../../adapter/contract.ts';
import type { Ops } from '../../adapter/ops.gen.ts';
import { numberOf } from './scalar.ts';

type Drawn = 'float32' | 'int32';

export const random: Ops<tf.Tensor> = {
  rand: ({ size, dtype }) => tf.randomUniform([...size], 0, 1, dtype as Drawn | undefined),
  randn: ({ size, dtype }) => tf.randomNormal([...size], 0, 1, dtype as Drawn | undefined),
  normal: (mean, std, { size, dtype }) =>
    size === undefined
      ? unsupported('normal of tensors')
      : tf.randomNormal([...size], numberOf(mean, 0), numberOf(std, 1), dtype as Drawn | undefined),
  normal_: (x, { mean, std }) => tf.randomNormal(x.shape, mean, std, x.dtype as Drawn),
  uniform_: (x, { from, to }) => tf.randomUniform(x.shape, from, to, x.dtype as Drawn),
  // Its upper end is exclusive, and the largest that it takes.
  random_: (x, { from = 0, to = 2 ** 31 - 1 }) =>
    x.dtype === 'int32' ? tf.randomUniformInt(x.shape, from, to) : unsupported(`random_ of ${x.dtype}`),
  randperm: ({ n, dtype = 'int32' }) => tf.tensor1d(Array.from(tf.util.createShuffledIndices(n)), dtype as Drawn),
};
