import type { Law } from '../law.ts';
import { addsAtPlaces } from './adds-at-places.ts';
import { catSlices } from './cat-slices.ts';
import { contiguousKeeps } from './contiguous-keeps.ts';
import { copiesStandApart } from './copies-stand-apart.ts';
import { expandRepeats } from './expand-repeats.ts';
import { flattenIsReshape } from './flatten-is-reshape.ts';
import { flipReadsBackwards } from './flip-reads-backwards.ts';
import { foundByMask } from './found-by-mask.ts';
import { gatherPicks } from './gather-picks.ts';
import { getitemPicks } from './getitem-picks.ts';
import { indexOutOfRange } from './index-out-of-range.ts';
import { indexTensor } from './index-tensor.ts';
import { maskSelects } from './mask-selects.ts';
import { negativeIndex } from './negative-index.ts';
import { numelIsProduct } from './numel-is-product.ts';
import { ofViewIsOfCopy } from './of-view-is-of-copy.ts';
import { permuteComposes } from './permute-composes.ts';
import { repeatInterleavePicks } from './repeat-interleave-picks.ts';
import { repeatIsCat, tileIsCat } from './repeats-are-cat.ts';
import { reshapeInfers } from './reshape-infers.ts';
import { reshapeKeepsOrder } from './reshape-keeps-order.ts';
import { rollMovesOn } from './roll-moves-on.ts';
import { scatterUndoesGather } from './scatter-undoes-gather.ts';
import { setitemWritesThere } from './setitem-writes-there.ts';
import { indexFillWritesSlices, indexSelectPicks } from './slices-by-index.ts';
import { stackIsCat } from './stack-is-cat.ts';
import { strides } from './strides.ts';
import { transposeSwaps } from './transpose-swaps.ts';
import { lowerTriangle, upperTriangle } from './triangles.ts';
import { turnIsFlipAndTranspose } from './turn-is-flip-and-transpose.ts';
import { unsqueezeSqueeze } from './unsqueeze-squeeze.ts';
import { viewSeesWrites } from './view-sees-writes.ts';
import { writesThroughView } from './writes-through-view.ts';

export const shapes: readonly Law[] = [
  reshapeKeepsOrder,
  reshapeInfers,
  transposeSwaps,
  permuteComposes,
  unsqueezeSqueeze,
  catSlices,
  stackIsCat,
  flattenIsReshape,
  expandRepeats,
  flipReadsBackwards,
  rollMovesOn,
  turnIsFlipAndTranspose,
  repeatIsCat,
  tileIsCat,
  repeatInterleavePicks,
  lowerTriangle,
  upperTriangle,
  contiguousKeeps,
  numelIsProduct,
  strides,
  viewSeesWrites,
  writesThroughView,
  copiesStandApart,
  getitemPicks,
  negativeIndex,
  indexOutOfRange,
  maskSelects,
  setitemWritesThere,
  indexTensor,
  gatherPicks,
  scatterUndoesGather,
  indexSelectPicks,
  indexFillWritesSlices,
  addsAtPlaces,
  foundByMask,
  ...ofViewIsOfCopy,
];
