/** np.linalg. */
import * as np from 'numpy-ts';
import type { Ops } from '../../adapter/ops.gen.ts';
import { array, result, type T } from './array.ts';

export const linalg: Ops<T> = {
  'linalg.inv': (A) => result(np.linalg.inv(array(A))),
  'linalg.det': (A) => result(np.linalg.det(array(A))),
  'linalg.solve': (A, B) => result(np.linalg.solve(array(A), array(B))),
  'linalg.cholesky': (A, { upper }) => result(np.linalg.cholesky(array(A), upper)),
  'linalg.cross': (input, other, { dim, axis }) =>
    result(np.linalg.cross(array(input), array(other), undefined, undefined, undefined, dim ?? axis)),
};
