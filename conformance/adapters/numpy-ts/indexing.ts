import * as np from 'numpy-ts';
import { type IndexItem, unsupported } from '../../adapter/contract.ts';
import { array, as, isArray, type T, written } from './array.ts';

type Slice = Extract<IndexItem<T>, { readonly start: unknown }>;
type Index = readonly IndexItem<T>[];

/** Integers, slices, `...` and `None` by `slice`; one tensor by `take` or `bindex`; leading tensors by `vindex`. */
export function getitem(x: T, index: Index): T {
  const first = index.findIndex(isTensor);
  if (first === -1) return array(x).slice(...index.map(basic));
  const only = tensorsOf(index)[0]!;
  const axes = index.slice(0, first).every((item) => isSlice(item) && isWhole(item));
  if (first === index.length - 1 && axes) {
    return only.dtype === 'bool' ? masked(array(x), only, first) : np.take(array(x), only, first);
  }
  // Elsewhere, vindex documents another order of axes than NumPy's and PyTorch's.
  return first === 0 && leads(index)
    ? np.vindex(array(x), ...index.map((item) => (isTensor(item) ? array(item.tensor) : basic(item))))
    : unsupported('an index tensor beside another kind of index');
}

/** numpy-ts's views are written to with `fill` and `copyto`, the elements of a mask with `place`. */
export function setitem(x: T, value: T, index: Index): void {
  const [mask] = tensorsOf(index);
  if (mask === undefined) {
    const view = array(x).slice(...index.map(basic));
    if (isArray(value)) np.copyto(view, value);
    else np.fill(view, written(view, value));
  } else if (mask.dtype !== 'bool' || index.length > 1) unsupported('setitem by a tensor of indices');
  else np.place(array(x), mask, isArray(value) ? value : np.full([1], value, as(array(x).dtype)));
}

function masked(x: np.NDArray, mask: np.NDArray, axis: number): T {
  if (mask.ndim === 1) return np.bindex(x, mask, axis);
  return np.bindex(x, mask);
}

const isTensor = (item: IndexItem<T>): item is { readonly tensor: T } =>
  typeof item === 'object' && item !== null && 'tensor' in item;
const isSlice = (item: IndexItem<T>): item is Slice => typeof item === 'object' && item !== null && 'start' in item;
const isWhole = ({ start, stop, step }: Slice): boolean =>
  start === undefined && stop === undefined && step === undefined;
const tensorsOf = (index: Index): np.NDArray[] => index.filter(isTensor).map(({ tensor }) => array(tensor));

/** Whether the tensors are integers and stand together at the front, and only slices after them. */
function leads(index: Index): boolean {
  const tensors = tensorsOf(index);
  const rest = index.slice(tensors.length);
  return tensors.every(({ dtype }) => dtype !== 'bool') && !rest.some(isTensor) && rest.every(isSlice);
}

function basic(item: IndexItem<T>): string {
  if (item === '...') return item;
  if (item === null) return 'newaxis';
  if (typeof item === 'number') return String(item);
  if (!isSlice(item)) return unsupported('a bool as an index');
  const { start = '', stop = '', step } = item;
  return `${start}:${stop}${step === undefined ? '' : `:${step}`}`;
}
