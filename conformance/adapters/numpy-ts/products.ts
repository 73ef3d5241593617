/** Products of vectors and matrices, and sums of products. */
import * as np from 'numpy-ts';
import type { Ops } from '../../adapter/ops.gen.ts';
import { array, result, type T } from './array.ts';

/** A number of axes, or two lists of them. */
const pairsOf = (
  dims: number | readonly (readonly number[])[] | undefined,
): number | [number[], number[]] | undefined =>
  typeof dims === 'object' ? [[...(dims[0] ?? [])], [...(dims[1] ?? [])]] : dims;

export const products: Ops<T> = {
  dot: (a, b) => result(np.dot(array(a), array(b))),
  mv: (a, b) => np.matvec(array(a), array(b)),
  mm: (a, b) => np.matmul(array(a), array(b)),
  matmul: (a, b) => np.matmul(array(a), array(b)),
  bmm: (a, b) => np.matmul(array(a), array(b)),
  outer: (a, b) => np.outer(array(a), array(b)),
  inner: (a, b) => result(np.inner(array(a), array(b))),
  vdot: (a, b) => result(np.vdot(array(a), array(b))),
  trace: (x) => result(np.trace(array(x))),
  tensordot: (a, b, { dims }) => result(np.tensordot(array(a), array(b), pairsOf(dims))),
};
