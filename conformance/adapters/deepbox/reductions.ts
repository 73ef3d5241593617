import { norm } from 'deepbox/linalg';
import * as nd from 'deepbox/ndarray';
import { type HostNumber, unsupported } from '../../adapter/contract.ts';
import type { Ops } from '../../adapter/ops.gen.ts';
import { asIs, isGrad, type T, valuesOf } from './tensor.ts';

type Dims = number | readonly number[] | undefined;
/** One axis, or all. */
const axisOf = (dim: Dims): number | undefined =>
  typeof dim === 'object' ? unsupported('a reduction of several axes') : dim;

const extreme =
  (method: 'max' | 'min', plain: typeof nd.max) =>
  (x: T, { dim, keepdim }: { readonly dim?: number; readonly keepdim?: boolean }): T | readonly [T, undefined] => {
    const value = isGrad(x) ? x[method](dim, keepdim) : plain(x, dim, keepdim);
    return dim === undefined ? value : [value, undefined];
  };
/** Absent, it is the library's own. */
function ddof(correction: number | undefined, unbiased: boolean | undefined): number | undefined {
  if (unbiased === undefined) return correction;
  return correction === undefined ? Number(unbiased) : unsupported('unbiased beside a correction');
}

export const reductions: Ops<T> = {
  sum: (x, { dim, axis, keepdim, keepdims }) => {
    const [along, keep] = [axisOf(dim ?? axis), keepdim ?? keepdims];
    return isGrad(x) ? x.sum(along, keep) : nd.sum(x, along, keep);
  },
  mean: (x, { dim, axis, keepdim, keepdims }) => {
    const [along, keep] = [axisOf(dim ?? axis), keepdim ?? keepdims];
    return isGrad(x) ? x.mean(along, keep) : nd.mean(x, along, keep);
  },
  var: (x, { dim, correction, unbiased, keepdim }) => {
    const [along, taken] = [axisOf(dim), ddof(correction, unbiased)];
    if (!isGrad(x)) return nd.variance(x, along, keepdim, taken);
    return keepdim === true ? unsupported('varianceGrad that keeps axes') : nd.varianceGrad(x, along, taken);
  },
  std: (x, { dim, correction, unbiased, keepdim }) => nd.std(asIs(x), axisOf(dim), keepdim, ddof(correction, unbiased)),
  max: extreme('max', nd.max),
  min: extreme('min', nd.min),
  cumsum: (x, { dim, axis }) => nd.cumsum(asIs(x), dim ?? axis),
  cumprod: (x, { dim, axis }) => nd.cumprod(asIs(x), dim ?? axis),
  all: (x, { dim, axis, keepdim, keepdims }) => nd.all(asIs(x), axisOf(dim ?? axis ?? undefined), keepdim ?? keepdims),
  any: (x, { dim, axis, keepdim, keepdims }) => nd.any(asIs(x), axisOf(dim ?? axis ?? undefined), keepdim ?? keepdims),
  nansum: (x, { dim, axis }) => nd.nansum(asIs(x), axisOf(dim ?? axis ?? undefined)),
  nanmean: (x, { dim, axis }) => nd.nanmean(asIs(x), axisOf(dim ?? axis ?? undefined)),
  norm: (x, { p, dim, keepdim }) => {
    const values = asIs(x);
    const along = (dim ?? (keepdim === true ? [...x.shape.keys()] : undefined)) as number | number[] | undefined;
    if (along === undefined) return asTensor(norm(nd.flatten(values), p));
    if (!Array.isArray(along) || along.length === 1) return asTensor(norm(values, p, along, keepdim));
    // Of two axes the library has the norms of a matrix: only Frobenius' is that of a vector too.
    return along.length === 2 && (p === undefined || p === 2)
      ? asTensor(norm(values, 'fro', along, keepdim))
      : unsupported('the norm of several axes as one vector');
  },
  numel: (x) => x.size,
  ndim: (x) => x.ndim,
  shape: (x) => x.shape,
  stride: (x) => x.strides,
  dtype: (x) => x.dtype,
  tolist: (x) => x.toArray() as number[],
  item: (x) => valuesOf(x).item() as HostNumber,
  requires_grad: (x) => isGrad(x) && x.requiresGrad,
};

/** A number in place of a 0-d tensor: the suite knows it. */
const asTensor = (value: nd.Tensor | number): T => value as T;
