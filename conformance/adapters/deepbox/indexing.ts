import * as nd from 'deepbox/ndarray';
import { type IndexItem, unsupported } from '../../adapter/contract.ts';
import { asIs, isGrad, lifted, type T, valuesOf } from './tensor.ts';

/** Integers and slices by `slice`; one tensor of integers by `fancyIndex`, or `gather` if recorded; a mask by `booleanIndex`. */
export function getitem(x: T, index: readonly IndexItem<T>[]): T {
  const [first, ...rest] = index;
  if (typeof first === 'object' && first !== null && 'tensor' in first) {
    return rest.length === 0 ? byTensor(x, first.tensor) : unsupported('an index of several tensors');
  }
  const ranges = index.map(rangeOf);
  return isGrad(x) ? x.slice(...ranges) : nd.slice(x, ...ranges);
}

function rangeOf(item: IndexItem<T>): nd.SliceRange {
  if (typeof item === 'number') return item;
  if (typeof item !== 'object' || item === null || 'tensor' in item) return unsupported('this kind of index');
  const { start, stop, step } = item;
  return {
    ...(start !== undefined && { start }),
    ...(stop !== undefined && { end: stop }),
    ...(step !== undefined && { step }),
  };
}

function byTensor(x: T, at: T): T {
  if (at.dtype === 'bool') return nd.booleanIndex(asIs(x), valuesOf(at));
  return isGrad(x) ? x.gather(lifted(at), 0) : nd.fancyIndex(x, valuesOf(at));
}
