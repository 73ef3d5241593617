/** Where elements stand: in order, or by a mask. */
import * as tf from '@tensorflow/tfjs';
import { unsupported } from '../../adapter/contract.ts';
import type { Ops } from '../../adapter/ops.gen.ts';

export const ordering: Ops<tf.Tensor> = {
  masked_select: (x, mask) => tf.booleanMaskAsync(x, mask),
  nonzero: (x) => tf.whereAsync(x),
  topk: (x, { k, dim = -1, largest = true }) => {
    if (largest !== true || (dim !== -1 && dim !== x.rank - 1)) return unsupported('topk but of the last axis');
    const { values, indices } = tf.topk(x, k);
    return [values, indices];
  },
  searchsorted: (sequence, x, { right }) =>
    tf.searchSorted(sequence, x as tf.Tensor, right === true ? 'right' : undefined),
};
