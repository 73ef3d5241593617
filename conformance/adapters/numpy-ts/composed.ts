import * as np from 'numpy-ts';
import type { Ops } from '../../adapter/ops.gen.ts';
import { array, result, second, type T } from './array.ts';
import { setitem } from './indexing.ts';

/** numpy-ts writes in place by `copyto` alone. */
const inPlace =
  (f: (x: np.NDArray, y: np.NDArray | number) => np.NDArray) =>
  (x: T, y: T): void =>
    np.copyto(array(x), f(array(x), second(y)));

interface Extreme {
  readonly dim?: number;
  readonly axis?: number;
  readonly keepdim?: boolean;
  readonly keepdims?: boolean;
}
const extreme =
  (value: typeof np.max, place: typeof np.argmax) =>
  (x: T, { dim, axis = dim, keepdim, keepdims = keepdim }: Extreme): T | readonly [T, T] =>
    axis === undefined
      ? result(value(array(x), undefined, keepdims))
      : [result(value(array(x), axis, keepdims)), place(array(x), axis, keepdims)];

export const composed: Ops<T> = {
  add_: inPlace(np.add),
  sub_: inPlace(np.subtract),
  mul_: inPlace(np.multiply),
  div_: inPlace(np.divide),
  pow_: inPlace(np.power),
  exp_: (x) => np.copyto(array(x), np.exp(array(x))),
  normal_: (x, { mean, std }) => np.copyto(array(x), np.random.normal(mean, std, [...array(x).shape]) as np.NDArray),
  uniform_: (x, { from, to }) => np.copyto(array(x), np.random.uniform(from, to, [...array(x).shape]) as np.NDArray),
  setitem: (x, value, { index }) => setitem(x, value, index),
  max: extreme(np.max, np.argmax),
  min: extreme(np.min, np.argmin),
};
