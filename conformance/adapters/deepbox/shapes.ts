import { trace } from 'deepbox/linalg';
import * as nd from 'deepbox/ndarray';
import { unsupported } from '../../adapter/contract.ts';
import type { Ops } from '../../adapter/ops.gen.ts';
import { getitem } from './indexing.ts';
import { asIs, isGrad, isRecorded, lifted, type T, valuesOf } from './tensor.ts';

const transpose = (x: T, axes?: readonly number[]): T => (isGrad(x) ? x.transpose(axes) : nd.transpose(x, axes));
/** The order of axes in which two have changed places: what records has no `swapaxes`. */
function swapped(x: T, dim0: number, dim1: number): number[] {
  const order = [...x.shape.keys()];
  const [a, b] = [dim0, dim1].map((dim) => (dim < 0 ? dim + x.ndim : dim)) as [number, number];
  [order[a], order[b]] = [order[b]!, order[a]!];
  return order;
}

/** `dot` is NumPy's: the products of one and two axes are PyTorch's `dot`, `mv` and `mm`. */
const product = (a: T, b: T): T => (isGrad(a) || isGrad(b) ? lifted(a).matmul(lifted(b)) : nd.dot(a, b));

const listed = (one: number | readonly number[]): number | number[] => (typeof one === 'number' ? one : [...one]);

export const shapes: Ops<T> = {
  reshape: (x, { shape }) => (isGrad(x) ? x.reshape([...shape]) : nd.reshape(x, [...shape])),
  view: (x, { size }) => (isGrad(x) ? x.view([...size]) : (x as nd.Tensor).view([...size])),
  flatten: (x) => (isGrad(x) ? x.flatten() : nd.flatten(x)),
  unsqueeze: (x, { dim }) => nd.unsqueeze(asIs(x), dim),
  squeeze: (x, { dim }) => nd.squeeze(asIs(x), typeof dim === 'object' ? [...dim] : dim),
  transpose: (x, { dim0, dim1 }) => (isGrad(x) ? x.transpose(swapped(x, dim0, dim1)) : nd.swapaxes(x, dim0, dim1)),
  T: (x) => transpose(x),
  permute: (x, { dims }) => transpose(x, dims),
  expand: (x, { size }) => nd.broadcastTo(asIs(x), [...size]),
  broadcast_to: (x, { size }) => nd.broadcastTo(asIs(x), [...size]),
  tril: (x, { diagonal }) => nd.tril(asIs(x), diagonal),
  triu: (x, { diagonal }) => nd.triu(asIs(x), diagonal),
  diag: (x, { diagonal }) => nd.diag(asIs(x), diagonal),
  diagonal: (x, { offset, dim1, dim2 }) =>
    dim1 === undefined && dim2 === undefined ? nd.diagonal(asIs(x), offset) : unsupported('diagonal of other axes'),
  flip: (x, { dims }) => nd.flip(asIs(x), [...dims]),
  roll: (x, { shifts, dims }) =>
    typeof shifts === 'number' && typeof dims !== 'object'
      ? nd.roll(asIs(x), shifts, dims)
      : unsupported('roll by several shifts'),
  rot90: (x, { k, dims }) => (dims === undefined ? nd.rot90(asIs(x), k) : unsupported('rot90 in a plane')),
  movedim: (x, { source, destination }) => nd.moveaxis(asIs(x), listed(source), listed(destination)),
  tile: (x, { dims }) => nd.tile(asIs(x), [...dims]),
  repeat_interleave: (x, repeats, { dim }) =>
    typeof repeats === 'number' ? nd.repeat(asIs(x), repeats, dim) : unsupported('repeat_interleave by a tensor'),
  contiguous: (x) => nd.contiguous(asIs(x)),
  clone: (x) => nd.clone(asIs(x)),
  cat: (xs, { dim, axis }) => {
    const along = dim ?? axis ?? 0;
    return xs.some(isGrad) ? nd.concatGrad(xs.map(lifted), along) : nd.concatenate(xs.map(valuesOf), along);
  },
  stack: (xs, { dim = 0 }) => {
    if (!xs.some(isRecorded)) return nd.stack(xs.map(valuesOf), dim);
    return dim === 0 ? nd.stackGrad(xs.map(lifted)) : unsupported('stackGrad along another axis');
  },
  getitem: (x, { index }) => getitem(x, index),
  index_select: (x, at, { dim }) => (isGrad(x) ? x.gather(lifted(at), dim) : nd.index_select(asIs(x), dim, asIs(at))),
  scatter: (x, at, src, { dim }) =>
    typeof src === 'object' && 'shape' in src
      ? nd.scatter(asIs(x), dim, asIs(at), asIs(src))
      : unsupported('scatter of a number'),
  argsort: (x, { dim, descending }) => nd.argsort(asIs(x), dim, descending),
  searchsorted: (sequence, x, { right }) =>
    typeof x === 'object' && 'shape' in x
      ? nd.searchsorted(asIs(sequence), asIs(x), right === true ? 'right' : undefined)
      : unsupported('searchsorted of a number'),
  isin: (x, others, { invert }) =>
    invert !== true && typeof others === 'object' && 'shape' in others
      ? nd.isin(asIs(x), asIs(others))
      : unsupported('isin of a number, or inverted'),
  masked_select: (x, mask) => nd.booleanIndex(asIs(x), asIs(mask)),
  matmul: product,
  dot: product,
  mv: product,
  mm: product,
  trace: (x) => trace(asIs(x)),
};
