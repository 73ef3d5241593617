import type { Operand } from '../../graph.ts';
import { Tensor } from '../../tensor.ts';
import { getitem, type Index } from './getitem.ts';

/** self[i, j, …] = value, where `index` is one index or a list of them. The value is broadcast and cast. */
export function setitem(self: Tensor, index: Index | readonly Index[], value: Operand): Tensor {
  const target = getitem(self, ...(Array.isArray(index) ? index : [index]));
  if (value instanceof Tensor) target.copy_(value);
  else target.fill_(value);
  return self;
}
