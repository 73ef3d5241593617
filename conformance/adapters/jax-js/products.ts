/** Products of vectors and matrices, and sums of products. */
import { numpy as np } from '@jax-js/jax';
import type { Ops } from '../../adapter/ops.gen.ts';
import { lent, type T } from './array.ts';

const of =
  (f: (x: T, y: T) => T) =>
  (a: T, b: T): T =>
    f(lent(a) as T, lent(b) as T);

/** A number of axes, or two lists of them. */
const pairsOf = (
  dims: number | readonly (readonly number[])[] | undefined,
): number | [number[], number[]] | undefined =>
  typeof dims === 'object' ? [[...(dims[0] ?? [])], [...(dims[1] ?? [])]] : dims;

export const products: Ops<T> = {
  dot: of(np.dot),
  mv: of(np.matvec),
  mm: of(np.matmul),
  matmul: of(np.matmul),
  bmm: of(np.matmul),
  outer: of(np.outer),
  inner: of(np.inner),
  vdot: of(np.vdot),
  trace: (x) => np.trace(x.ref),
  tensordot: (a, b, { dims }) => np.tensordot(a.ref, b.ref, pairsOf(dims)),
};
