import * as np from 'numpy-ts';
import { type Adapted, unsupported } from '../../adapter/contract.ts';
import type { Ops } from '../../adapter/ops.gen.ts';
import type { Host } from '../../values/observation.ts';
import { array, as, isArray, result, second, type T, written } from './array.ts';
import { byPlaces } from './by-places.ts';
import { getitem } from './indexing.ts';
import { products } from './products.ts';
import { random } from './random.ts';

type Dims = number | readonly number[] | undefined;
interface Reduction {
  readonly dim?: Dims;
  readonly axis?: Dims;
  readonly keepdim?: boolean;
  readonly keepdims?: boolean;
}

const unary =
  (f: (x: np.NDArray) => np.NDArray) =>
  (x: T): T =>
    f(array(x));
const binary =
  (f: (x: np.NDArray, y: np.NDArray | number) => np.NDArray) =>
  (a: T, b: T): T =>
    f(array(a), second(b));

const axisOf = ({ dim, axis }: Reduction): number | number[] | undefined => {
  const given = dim ?? axis;
  return typeof given !== 'object' ? given : [...given];
};
const listed = (one: number | readonly number[]): number | number[] => (typeof one === 'number' ? one : [...one]);
const timesOf = (repeats: T): number | number[] =>
  isArray(repeats) ? [repeats.tolist() as bigint | bigint[]].flat().map(Number) : Number(repeats);
const keepOf = ({ keepdim, keepdims }: Reduction): boolean | undefined => keepdim ?? keepdims;
interface Spread extends Reduction {
  readonly unbiased?: boolean;
  readonly correction?: number | null;
}
/** The delta of degrees of freedom, PyTorch's `correction`; absent, it is numpy-ts's own: 0, where PyTorch's is 1. */
const ddofOf = ({ unbiased, correction }: Spread): number | undefined => {
  if (unbiased !== undefined && correction !== undefined) return unsupported('unbiased beside correction');
  return unbiased === undefined ? (correction ?? undefined) : Number(unbiased);
};

export const ops: Ops<T> = {
  tensor: (data, { dtype }) => np.array(data, as(dtype)),
  arange: ({ start, end, step, dtype }) =>
    start === undefined && step === undefined
      ? np.arange(end as number, undefined, undefined, as(dtype))
      : np.arange((start ?? 0) as number, end as number, step as number | undefined, as(dtype)),
  zeros: ({ size, dtype }) => np.zeros([...size], as(dtype)),
  ones: ({ size, dtype }) => np.ones([...size], as(dtype)),
  full: ({ size, fill_value, dtype }) => np.full([...size], fill_value, as(dtype)),
  zeros_like: (x, { dtype }) => np.zeros_like(array(x), as(dtype)),
  ones_like: (x, { dtype }) => np.ones_like(array(x), as(dtype)),
  to: (x, { dtype }) => array(x).astype(as(dtype)!, false),
  clone: unary(np.copy),
  contiguous: unary(np.ascontiguousarray),

  dtype: (x) => (isArray(x) ? x.dtype : unsupported('the dtype of a number')),
  shape: (x) => np.shape(x),
  ndim: (x) => np.ndim(x),
  numel: (x) => np.size(x),
  stride: (x) => array(x).strides,
  is_contiguous: (x) => array(x).flags.C_CONTIGUOUS,
  item: (x) => np.item(array(x)) as number,
  tolist: (x) => array(x).tolist() as Host,

  add: binary(np.add),
  sub: binary(np.subtract),
  mul: binary(np.multiply),
  div: (a, b, { rounding_mode }) =>
    rounding_mode === 'trunc'
      ? unsupported('div rounding_mode trunc')
      : binary(rounding_mode === 'floor' ? np.floor_divide : np.divide)(a, b),
  pow: binary(np.power),
  neg: unary(np.negative),
  abs: unary(np.absolute),
  sign: unary(np.sign),
  exp: unary(np.exp),
  log: unary(np.log),
  sqrt: unary(np.sqrt),
  sin: unary(np.sin),
  cos: unary(np.cos),
  tan: unary(np.tan),
  deg2rad: unary(np.deg2rad),
  rad2deg: unary(np.rad2deg),
  asin: unary(np.arcsin),
  acos: unary(np.arccos),
  atan: unary(np.arctan),
  sinh: unary(np.sinh),
  cosh: unary(np.cosh),
  tanh: unary(np.tanh),
  asinh: unary(np.arcsinh),
  acosh: unary(np.arccosh),
  atanh: unary(np.arctanh),
  exp2: unary(np.exp2),
  expm1: unary(np.expm1),
  log2: unary(np.log2),
  log10: unary(np.log10),
  log1p: unary(np.log1p),
  reciprocal: unary(np.reciprocal),
  square: unary(np.square),
  ceil: unary(np.ceil),
  floor: unary(np.floor),
  trunc: unary(np.trunc),
  round: (x, { decimals }) => result(np.round(array(x), decimals)),
  maximum: binary(np.maximum),
  minimum: binary(np.minimum),
  isnan: unary(np.isnan),
  isinf: unary(np.isinf),
  isfinite: unary(np.isfinite),
  isposinf: unary(np.isposinf),
  isneginf: unary(np.isneginf),
  signbit: unary(np.signbit),
  logical_not: unary(np.logical_not),
  logical_and: binary(np.logical_and),
  logical_or: binary(np.logical_or),
  logical_xor: binary(np.logical_xor),
  eq: binary(np.equal),
  ne: binary(np.not_equal),
  lt: binary(np.less),
  le: binary(np.less_equal),
  gt: binary(np.greater),
  ge: binary(np.greater_equal),
  equal: (a, b) => np.array_equal(array(a), array(b)),
  where: (condition, a, b) => result(np.where(array(condition), second(a), second(b))),

  sum: (x, { dtype, ...o }) => result(np.sum(array(x), axisOf(o), keepOf(o), dtype && { dtype: as(dtype)! })),
  mean: (x, o) => result(np.mean(array(x), axisOf(o), keepOf(o))),
  var: (x, o) => np.variance(array(x), axisOf(o), ddofOf(o), keepOf(o)),
  std: (x, o) => np.std(array(x), axisOf(o), ddofOf(o), keepOf(o)),
  argmax: (x, { dim, axis, ...o }) => np.argmax(array(x), dim ?? axis, keepOf(o)),
  argmin: (x, { dim, axis, ...o }) => np.argmin(array(x), dim ?? axis, keepOf(o)),
  cumsum: (x, { dim, axis }) => np.cumsum(array(x), dim ?? axis),
  cumprod: (x, { dim, axis }) => np.cumprod(array(x), dim ?? axis),
  all: (x, o) => result(np.all(array(x), axisOf(o), keepOf(o))),
  any: (x, o) => result(np.any(array(x), axisOf(o), keepOf(o))),
  amax: (x, o) => result(np.amax(array(x), axisOf(o), keepOf(o))),
  amin: (x, o) => result(np.amin(array(x), axisOf(o), keepOf(o))),
  nansum: (x, o) => result(np.nansum(array(x), axisOf(o), keepOf(o))),
  nanmean: (x, o) => result(np.nanmean(array(x), axisOf(o), keepOf(o))),
  count_nonzero: (x, o) => result(np.count_nonzero(array(x), axisOf(o))),
  norm: (x, { p, dim, keepdim }) => {
    const axis = (axisOf({ dim }) ?? null) as number | null;
    return (
      typeof p === 'string'
        ? np.linalg.norm(array(x), p as 'fro', axis, keepdim)
        : np.linalg.vector_norm(array(x), p, axis, keepdim)
    ) as T;
  },

  ...products,

  reshape: (x, { shape }) => np.reshape(array(x), [...shape]),
  flatten: unary(np.ravel),
  squeeze: (x, o) => {
    const axis = axisOf(o);
    return typeof axis === 'object' ? unsupported('squeeze of several axes') : np.squeeze(array(x), axis);
  },
  unsqueeze: (x, { dim }) => np.expand_dims(array(x), dim),
  transpose: (x, { dim0, dim1 }) => np.swapaxes(array(x), dim0, dim1),
  permute: (x, { dims }) => np.permute_dims(array(x), [...dims]),
  // What where and max give has no T of its own.
  T: unary(np.transpose),
  expand: (x, { size }) => np.broadcast_to(array(x), [...size]),
  broadcast_to: (x, { size }) => np.broadcast_to(array(x), [...size]),
  ravel: unary(np.ravel),
  tril: (x, { diagonal }) => np.tril(array(x), diagonal),
  triu: (x, { diagonal }) => np.triu(array(x), diagonal),
  diag: (x, { diagonal }) => np.diag(array(x), diagonal),
  diagonal: (x, { offset, dim1, dim2 }) => np.diagonal(array(x), offset, dim1, dim2),
  flip: (x, { dims }) => np.flip(array(x), [...dims]),
  roll: (x, { shifts, dims }) => np.roll(array(x), listed(shifts), dims === undefined ? undefined : listed(dims)),
  rot90: (x, { k, dims }) => np.rot90(array(x), k, dims && ([...dims] as [number, number])),
  movedim: (x, { source, destination }) => np.moveaxis(array(x), listed(source), listed(destination)),
  tile: (x, { dims }) => np.tile(array(x), [...dims]),
  repeat_interleave: (x, repeats, { dim }) => np.repeat(array(x), timesOf(repeats), dim),
  cat: (xs, { dim, axis }) => np.concatenate(xs.map(array), dim ?? axis),
  stack: (xs, { dim, axis }) => np.stack(xs.map(array), dim ?? axis),
  getitem: (x, { index }) => getitem(x, index),
  ...byPlaces,

  fill_: (x, value) => np.fill(array(x), (isArray(value) ? value : written(array(x), value)) as number),
  zero_: (x) => np.fill(array(x), written(array(x), 0)),
  copy_: (x, y) => np.copyto(array(x), array(y)),
  ...random,
};

export const adapted: Adapted = {
  repeat_interleave: 'reads a tensor of numbers into a list',
  mm: 'calls matmul, for want of an mm',
  bmm: 'calls matmul, for want of a bmm',
  norm: 'calls vector_norm, and norm for a text',
  getitem: 'turns the index into the arguments of slice, take, bindex or vindex',
  fill_: 'gives an int64 array a bigint, the only number that it takes',
  zero_: 'fills with 0, for want of a function that does',
};
