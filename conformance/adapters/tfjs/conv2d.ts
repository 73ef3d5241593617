import * as tf from '@tensorflow/tfjs';
import { unsupported } from '../../adapter/contract.ts';
import type { Ops } from '../../adapter/ops.gen.ts';

type Pair = number | readonly number[] | undefined;
const pair = (value: Pair, absent: number): [number, number] =>
  (typeof value === 'object' ? [...value] : [value ?? absent, value ?? absent]) as [number, number];

/** tfjs has channels last; without a batch, its input has three axes as PyTorch's. */
export const conv2d: NonNullable<Ops<tf.Tensor>['conv2d']> = (
  x,
  weight,
  bias,
  { stride, padding, dilation, groups = 1 },
) => {
  if (groups !== 1) return unsupported('conv2d groups');
  if (typeof padding === 'string') return unsupported('conv2d padding as text');
  const [top, left] = pair(padding, 0);
  const single = x.rank === 3;
  const y = tf.fused.conv2d({
    x: tf.transpose(x, single ? [1, 2, 0] : [0, 2, 3, 1]) as tf.Tensor4D,
    filter: tf.transpose(weight, [2, 3, 1, 0]) as tf.Tensor4D,
    strides: pair(stride, 1),
    pad: [
      [0, 0],
      [top, top],
      [left, left],
      [0, 0],
    ],
    dataFormat: 'NHWC',
    dilations: pair(dilation, 1),
    dimRoundingMode: 'floor',
    ...(bias !== undefined && { bias }),
  });
  return tf.transpose(y, single ? [2, 0, 1] : [0, 3, 1, 2]);
};
