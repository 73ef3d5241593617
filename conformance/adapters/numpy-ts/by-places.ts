/** What index arrays and masks take, and where elements stand. */
import * as np from 'numpy-ts';
import { unsupported } from '../../adapter/contract.ts';
import type { Ops } from '../../adapter/ops.gen.ts';
import { array, isArray, result, type T } from './array.ts';

/** These take no number in place of an array. */
const arrayOf = (x: T, f: string): np.NDArray => (isArray(x) ? x : unsupported(`${f} of a number`));

export const byPlaces: Ops<T> = {
  index_select: (x, at, { dim }) => np.take(array(x), array(at), dim),
  take_along_dim: (x, at, { dim }) =>
    typeof dim === 'number' ? np.take_along_axis(array(x), array(at), dim) : unsupported('take_along_dim without dim'),
  masked_select: (x, mask) => np.extract(array(mask), array(x)),
  argsort: (x, { dim, descending }) =>
    descending === true ? unsupported('argsort descending') : np.argsort(array(x), dim),
  searchsorted: (sequence, x, { right }) =>
    result(np.searchsorted(array(sequence), arrayOf(x as T, 'searchsorted'), right === true ? 'right' : undefined)),
  isin: (x, others, { invert }) =>
    invert === true ? unsupported('isin invert') : np.isin(arrayOf(x as T, 'isin'), arrayOf(others as T, 'isin')),
  nonzero: (x) => np.argwhere(array(x)),
};
