import * as tf from '@tensorflow/tfjs';
import { unsupported } from '../../adapter/contract.ts';
import type { Ops } from '../../adapter/ops.gen.ts';

type Pair = number | readonly number[] | undefined;
const pair = (value: Pair, absent: number): [number, number] =>
  (typeof value === 'object' ? [...value] : [value ?? absent, value ?? absent]) as [number, number];

/** Padding in words goes without a rounding mode, which it refuses. */
function padOf(
  padding: Pair | 'same' | 'valid',
): Pick<Parameters<typeof tf.fused.conv2d>[0], 'pad' | 'dimRoundingMode'> {
  if (typeof padding === 'string') return { pad: padding };
  const [y, x] = pair(padding, 0);
  const pad = [0, y, x, 0].map((size): [number, number] => [size, size]);
  return {
    pad: pad as [[number, number], [number, number], [number, number], [number, number]],
    dimRoundingMode: 'floor',
  };
}

/** tfjs has channels last; without a batch, its input has three axes as PyTorch's. */
export const conv2d: NonNullable<Ops<tf.Tensor>['conv2d']> = (
  x,
  weight,
  bias,
  { stride, padding, dilation, groups = 1 },
) => {
  if (groups !== 1) return unsupported('conv2d groups');
  const single = x.rank === 3;
  const y = tf.fused.conv2d({
    x: tf.transpose(x, single ? [1, 2, 0] : [0, 2, 3, 1]) as tf.Tensor4D,
    filter: tf.transpose(weight, [2, 3, 1, 0]) as tf.Tensor4D,
    strides: pair(stride, 1),
    ...padOf(padding),
    dataFormat: 'NHWC',
    dilations: pair(dilation, 1),
    ...(bias !== undefined && { bias }),
  });
  return tf.transpose(y, single ? [2, 0, 1] : [0, 3, 1, 2]);
};
