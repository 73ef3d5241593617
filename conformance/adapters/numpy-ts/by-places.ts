/** What index arrays and masks take, and where elements stand. */
import * as np from 'numpy-ts';
import { unsupported } from '../../adapter/contract.ts';
import type { Ops } from '../../adapter/ops.gen.ts';
import { array, type T } from './array.ts';

export const byPlaces: Ops<T> = {
  index_select: (x, at, { dim }) => np.take(array(x), array(at), dim),
  take_along_dim: (x, at, { dim }) =>
    typeof dim === 'number' ? np.take_along_axis(array(x), array(at), dim) : unsupported('take_along_dim without dim'),
  masked_select: (x, mask) => np.extract(array(mask), array(x)),
  nonzero: (x) => np.argwhere(array(x)),
};
