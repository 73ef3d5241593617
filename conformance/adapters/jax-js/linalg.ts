/** jax.numpy.linalg. */
import { numpy as np } from '@jax-js/jax';
import type { Ops } from '../../adapter/ops.gen.ts';
import type { T } from './array.ts';

export const linalg: Ops<T> = {
  'linalg.inv': (A) => np.linalg.inv(A.ref),
  'linalg.det': (A) => np.linalg.det(A.ref),
  'linalg.solve': (A, B) => np.linalg.solve(A.ref, B.ref),
  'linalg.cholesky': (A, { upper }) => np.linalg.cholesky(A.ref, upper === undefined ? undefined : { upper }),
  'linalg.cross': (input, other, { dim, axis }) => np.linalg.cross(input.ref, other.ref, dim ?? axis),
};
