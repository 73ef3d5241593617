import { named } from '../../autograd/graph.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { locate } from './locate.ts';
import type { Index } from './parse.ts';
import { take } from './take.ts';

/**
 * The part of `self` that an index expression selects: a view for integers, slices, `'...'` and `'None'`, a copy for
 * index tensors and masks.
 *
 *     out[j] = self[index(j)]
 *
 * Raises index_out_of_range, shape_mismatch (masks), unsupported_dtype (index tensors), invalid_argument.
 * Source: torch.Tensor.__getitem__.
 */
export function getitem(self: Tensor, ...index: Index[]): Tensor {
  const { view, taken } = locate(self, index);
  if (taken !== null) return take(view, taken.places, taken.take);
  if (view !== self) return view;
  const sliced = index.length === 1 && index[0] !== '...';
  return sliced ? named(self.alias(), 'SliceBackward0') : self.alias();
}
