/** From an index expression to what it selects: first a view, then what index tensors take out of it. */

import type { Tensor } from '../../autograd/tensor.ts';
import { raise } from '../../numbers/errors.ts';
import { slice } from '../shape/slice.ts';
import { axesOf, type Index, parse } from './parse.ts';
import { int64Tensor, type Places, placesOfMask } from './places.ts';
import { select } from './select.ts';
import type { Take } from './taken.ts';

export interface Located {
  /** After integers, slices, `...` and `None`: `self` itself if there are none. */
  readonly view: Tensor;
  /** The index tensors, if there are any, and the axes of `view` that they index. */
  readonly taken: { readonly places: readonly Tensor[]; readonly take: Take } | null;
  /** The only index tensor is a mask. */
  readonly masked: boolean;
}

/** Raises index_out_of_range, shape_mismatch, unsupported_dtype, invalid_argument. */
export function locate(self: Tensor, index: readonly Index[]): Located {
  const entries = index.map(parse);
  const axes = entries.reduce((n, entry) => n + axesOf(entry), 0);
  if (axes > self.ndim) {
    raise('index_out_of_range', `an index of ${axes} axes is too many for a tensor of ${self.ndim}`);
  }
  const places: Places[] = [];
  let view = self;
  let dim = 0;
  for (const entry of entries) {
    if (entry.kind === 'integer') view = select(view, dim, entry.at);
    else if (entry.kind === 'slice') view = slice(view, dim++, entry.start, entry.stop, entry.step);
    else if (entry.kind === 'rest') dim += self.ndim - axes;
    else if (entry.kind === 'new axis') view = view.unsqueeze(dim++);
    else if (entry.kind === 'mask') {
      places.push(...placesOfMask(entry.mask, view.shape, dim));
      dim += entry.mask.ndim;
    } else if (entry.kind === 'places') places.push({ dim: dim++, places: entry.places });
    else {
      view = view.unsqueeze(dim);
      places.push({ dim: dim++, places: int64Tensor(entry.all ? [0] : []) });
    }
  }
  const masks = entries.filter(({ kind }) => kind === 'mask').length;
  const others = entries.some(({ kind }) => kind === 'places' || kind === 'all or nothing');
  const masked = masks === 1 && !others;
  return { view, taken: places.length === 0 ? null : together(places), masked };
}

// Adjacent index tensors leave their axes where they stood; separated ones put them in front.
function together(places: readonly Places[]): { places: Tensor[]; take: Take } {
  const dims = places.map(({ dim }) => dim);
  const adjacent = dims.every((dim, k) => k === 0 || dim === dims[k - 1]! + 1);
  return { places: places.map((p) => p.places), take: { dims, position: adjacent ? dims[0]! : 0 } };
}
