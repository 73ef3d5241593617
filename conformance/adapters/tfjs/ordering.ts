/** What is in order, and where values go in it. */
import * as tf from '@tensorflow/tfjs';
import { unsupported } from '../../adapter/contract.ts';
import type { Ops } from '../../adapter/ops.gen.ts';

export const ordering: Ops<tf.Tensor> = {
  topk: (x, { k, dim = -1, largest = true }) => {
    if (largest !== true || (dim !== -1 && dim !== x.rank - 1)) return unsupported('topk but of the last axis');
    const { values, indices } = tf.topk(x, k);
    return [values, indices];
  },
  searchsorted: (sequence, x, { right }) =>
    tf.searchSorted(sequence, x as tf.Tensor, right === true ? 'right' : undefined),
};
