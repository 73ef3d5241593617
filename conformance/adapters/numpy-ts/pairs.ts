/** Functions of two arrays that go element by element, besides those that arithmetic is. */
import * as np from 'numpy-ts';
import type { Ops } from '../../adapter/ops.gen.ts';
import { array, second, type T } from './array.ts';

const binary =
  (f: (x: np.NDArray, y: np.NDArray | number) => np.NDArray) =>
  (a: T, b: T): T =>
    f(array(a), second(b));

export const pairs: Ops<T> = {
  atan2: binary(np.arctan2),
  copysign: binary(np.copysign),
  fmax: binary(np.fmax),
  fmin: binary(np.fmin),
};
