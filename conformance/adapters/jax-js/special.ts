import { scipySpecial } from '@jax-js/jax';
import type { Ops } from '../../adapter/ops.gen.ts';
import type { T } from './array.ts';

/** Functions that NumPy has not, and SciPy has. */
export const special: Ops<T> = {
  erf: (x) => scipySpecial.erf(x.ref),
  erfc: (x) => scipySpecial.erfc(x.ref),
};
