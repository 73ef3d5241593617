import { named } from '../../autograd/graph.ts';
import { Tensor } from '../../autograd/tensor.ts';
import type { Operand } from '../../autograd/vjp.ts';
import { raise } from '../../numbers/errors.ts';
import { full } from '../creation/full.ts';
import { type Located, locate } from './locate.ts';
import type { Index } from './parse.ts';
import { put_ } from './put_.ts';

/**
 * Writes `value` into the part of `self` that `index` selects, one entry or a list of them; broadcast and cast. Returns
 * self.
 *
 *     self[index(j)] ← value[j]
 *
 * Raises index_out_of_range, shape_mismatch, dtype_mismatch (beside index tensors), unsupported_dtype,
 * invalid_argument, leaf_inplace.
 * Source: torch.Tensor.__setitem__.
 */
export function setitem(self: Tensor, index: Index | readonly Index[], value: Operand): Tensor {
  const located = locate(self, Array.isArray(index) ? (index as readonly Index[]) : [index as Index]);
  const { view, taken } = located;
  // A number is looked at as a single element, and so becomes one.
  const source = value instanceof Tensor ? withoutLeadingOnes(value) : full([], value, { dtype: self.dtype });
  if (taken !== null) {
    checkDtype(self, source, located);
    put_(view, source, taken.places, taken.take);
  } else if (value instanceof Tensor) view.copy_(source);
  else if (view !== self) view.fill_(source);
  else named(self.fill_(source), 'FillBackward3');
  return self;
}

// Leading axes of size 1 that the selection does not have say nothing.
function withoutLeadingOnes(value: Tensor): Tensor {
  const first = value.shape.findIndex((n) => n !== 1);
  return value.reshape(value.shape.slice(first === -1 ? value.ndim : first));
}

// As in PyTorch, a single element under a mask fills it, and may be of any dtype.
function checkDtype(self: Tensor, value: Tensor, { masked }: Located): void {
  if (value.dtype === self.dtype || (masked && value.numel() === 1)) return;
  raise('dtype_mismatch', `under an index tensor the value must be of ${self.dtype}, not ${value.dtype}`);
}
