/** What indices take. */
import { numpy as np } from '@jax-js/jax';
import { unsupported } from '../../adapter/contract.ts';
import type { Ops } from '../../adapter/ops.gen.ts';
import { lent, type T } from './array.ts';
import { getitem } from './indexing.ts';

export const byPlaces: Ops<T> = {
  getitem: (x, { index }) => getitem(x, index),
  index_select: (x, at, { dim }) => np.take(x.ref, at.ref, dim),
  argsort: (x, { dim, descending }) =>
    descending === true ? unsupported('argsort descending') : np.argsort(x.ref, dim),
  isin: (x, others, { invert }) => np.isin(x.ref, lent(others), invert === undefined ? undefined : { invert }),
  take_along_dim: (x, at, { dim }) =>
    typeof dim === 'number' ? np.takeAlongAxis(x.ref, at.ref, dim) : unsupported('take_along_dim without dim'),
};
