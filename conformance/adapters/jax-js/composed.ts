import { lax, numpy as np } from '@jax-js/jax';
import type { Ops } from '../../adapter/ops.gen.ts';
import { type T, typed } from './array.ts';
import { composedRandom } from './random.ts';
import { keepOf, type Reduction } from './reduction.ts';

const extreme =
  (value: typeof np.max, place: typeof np.argmax) =>
  (
    x: T,
    { dim, axis = dim, ...o }: Reduction & { readonly dim?: number; readonly axis?: number },
  ): T | readonly [T, T] =>
    axis === undefined ? value(x.ref, null, keepOf(o)) : [value(x.ref, axis, keepOf(o)), place(x.ref, axis, keepOf(o))];

type Pair = number | readonly number[] | undefined;
const pair = (value: Pair, absent: number): [number, number] =>
  (typeof value === 'object' ? [...value] : [value ?? absent, value ?? absent]) as [number, number];
/** What is added at both ends of each axis, or `'same'` and `'valid'` in JAX's capitals. */
const around = (padding: Pair | 'same' | 'valid'): Parameters<typeof lax.convGeneralDilated>[3] =>
  typeof padding === 'string'
    ? (padding.toUpperCase() as 'SAME' | 'VALID')
    : pair(padding, 0).map((size): [number, number] => [size, size]);

type Loss = (x: T, y: T, options: { readonly reduction?: 'none' | 'mean' | 'sum' }) => T;
const loss =
  (f: (difference: T) => T): Loss =>
  (x, y, { reduction = 'mean' }) => {
    const each = f(np.subtract(x.ref, y.ref));
    return reduction === 'none' ? each : reduction === 'sum' ? np.sum(each) : np.mean(each);
  };

export const composed: Ops<T> = {
  max: extreme(np.max, np.argmax),
  min: extreme(np.min, np.argmin),
  copy_: (x, y) => np.broadcastTo(np.array(y.ref, typed(x.dtype)), x.shape),
  linear: (x, weight, bias) => {
    const product = np.matmul(x.ref, np.transpose(weight.ref));
    return bias === undefined ? product : np.add(product, bias.ref);
  },
  conv2d: (x, weight, bias, { stride, padding, dilation, groups }) => {
    const y = lax.convGeneralDilated(x.ref, weight.ref, pair(stride, 1), around(padding), {
      rhsDilation: pair(dilation, 1),
      featureGroupCount: groups ?? 1,
    });
    return bias === undefined ? y : np.add(y, np.reshape(bias.ref, [weight.shape[0]!, 1, 1]));
  },
  mse_loss: loss(np.square),
  l1_loss: loss(np.abs),
  ...composedRandom,
};
