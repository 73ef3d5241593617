import * as np from 'numpy-ts';
import type { Ops } from '../../adapter/ops.gen.ts';
import { array, result, second, type T } from './array.ts';
import { setitem } from './indexing.ts';

/** numpy-ts writes in place by `copyto` alone. */
const inPlace =
  (f: (x: np.NDArray, y: np.NDArray | number) => np.NDArray) =>
  (x: T, y: T): void =>
    np.copyto(array(x), f(array(x), second(y)));

const extreme =
  (value: typeof np.max, place: typeof np.argmax) =>
  (x: T, { dim, keepdim }: { readonly dim?: number; readonly keepdim?: boolean }): T | readonly [T, T] =>
    dim === undefined
      ? result(value(array(x), undefined, keepdim))
      : [result(value(array(x), dim, keepdim)), place(array(x), dim, keepdim)];

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
