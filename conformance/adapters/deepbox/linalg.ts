/** deepbox/linalg, which records no gradients. */
import { cholesky, det, inv, solve } from 'deepbox/linalg';
import type { Ops } from '../../adapter/ops.gen.ts';
import { asIs, type T } from './tensor.ts';

export const linalg: Ops<T> = {
  'linalg.inv': (A) => inv(asIs(A)),
  // A number of the host.
  'linalg.det': (A) => det(asIs(A)) as unknown as T,
  'linalg.solve': (A, B) => solve(asIs(A), asIs(B)),
  'linalg.cholesky': (A) => cholesky(asIs(A)),
};
