/** Functions of two arrays that go element by element, besides those that arithmetic is. */
import { numpy as np } from '@jax-js/jax';
import type { Ops } from '../../adapter/ops.gen.ts';
import { lent, type T } from './array.ts';

type Operand = T | number | boolean;
const binary =
  (f: (x: Operand, y: Operand) => T) =>
  (a: Operand, b: Operand): T =>
    f(lent(a), lent(b));

export const pairs: Ops<T> = {
  atan2: binary(np.arctan2),
  copysign: binary(np.copysign),
  fmax: binary(np.fmax),
  fmin: binary(np.fmin),
};
