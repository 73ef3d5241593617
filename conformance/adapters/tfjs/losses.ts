import * as tf from '@tensorflow/tfjs';
import { unsupported } from '../../adapter/contract.ts';
import type { Ops } from '../../adapter/ops.gen.ts';

type T = tf.Tensor;
const { NONE, SUM, MEAN, SUM_BY_NONZERO_WEIGHTS } = tf.Reduction;
const reductions = { none: NONE, sum: SUM, mean: MEAN };

/** `tf.losses` has labels first. */
export const losses: Ops<T> = {
  mse_loss: (x, y, { weight, reduction = 'mean' }) => tf.losses.meanSquaredError(y, x, weight, reductions[reduction]),
  l1_loss: (x, y, { weight, reduction = 'mean' }) => tf.losses.absoluteDifference(y, x, weight, reductions[reduction]),
  // Huber's loss is this one only where delta is 1.
  smooth_l1_loss: (x, y, { reduction = 'mean', beta = 1 }) =>
    beta === 1 ? tf.losses.huberLoss(y, x, undefined, 1, reductions[reduction]) : unsupported('smooth_l1_loss beta'),
  huber_loss: (x, y, { weight, reduction = 'mean', delta }) =>
    // Weights leave its mean one over the elements, as in PyTorch.
    tf.losses.huberLoss(
      y,
      x,
      weight,
      delta,
      reduction === 'mean' && weight !== undefined ? SUM_BY_NONZERO_WEIGHTS : reductions[reduction],
    ),
  binary_cross_entropy_with_logits: (x, y, weight, { reduction = 'mean', pos_weight }) =>
    pos_weight === undefined
      ? tf.losses.sigmoidCrossEntropy(
          y,
          x,
          weight,
          undefined,
          reduction === 'mean' ? SUM_BY_NONZERO_WEIGHTS : reductions[reduction],
        )
      : unsupported('binary_cross_entropy_with_logits pos_weight'),
  // Weights leave its mean one over the elements: `MEAN` is divided by the weights, as those of the first two are in PyTorch.
  binary_cross_entropy: (x, y, weight, { reduction = 'mean' }) =>
    tf.losses.logLoss(y, x, weight, 0, reduction === 'mean' ? SUM_BY_NONZERO_WEIGHTS : reductions[reduction]),
};

/** PyTorch's targets are class indices, these are one-hot. */
export const composedLosses: Ops<T> = {
  cross_entropy: (x, y, weight, { reduction = 'mean', label_smoothing = 0 }) => {
    if (weight !== undefined) return unsupported('cross_entropy weight');
    const logits = classesLast(x);
    const labels = y.dtype === 'int32' ? tf.oneHot(y as tf.Tensor1D, logits.shape.at(-1)!) : classesLast(y);
    return tf.losses.softmaxCrossEntropy(labels, logits, undefined, label_smoothing, reductions[reduction]);
  },
};

/** PyTorch's classes are axis 1 of several, those of tfjs the last axis. */
const classesLast = (x: T): T =>
  x.rank > 2 ? tf.transpose(x, [0, ...Array.from({ length: x.rank - 2 }, (_, i) => i + 2), 1]) : x;
