import { nn, numpy as np } from '@jax-js/jax';
import { type Adapted, unsupported } from '../../adapter/contract.ts';
import type { Ops } from '../../adapter/ops.gen.ts';
import type { Host } from '../../values/observation.ts';
import { lent, type T, typed } from './array.ts';
import { byPlaces } from './by-places.ts';
import { products } from './products.ts';
import { random } from './random.ts';
import { axisOf, keepOf, reduction, spread } from './reduction.ts';

type Operand = T | number | boolean;
const unary =
  (f: (x: T) => T) =>
  (x: T): T =>
    f(x.ref);
const binary =
  (f: (x: Operand, y: Operand) => T) =>
  (a: Operand, b: Operand): T =>
    f(lent(a), lent(b));

export const ops: Ops<T> = {
  tensor: (data, { dtype }) => np.array(data as number[], typed(dtype)),
  arange: ({ start, end, step, dtype }) =>
    start === undefined && step === undefined
      ? np.arange(Number(end), undefined, undefined, typed(dtype))
      : np.arange(Number(start ?? 0), Number(end), step === undefined ? step : Number(step), typed(dtype)),
  zeros: ({ size, dtype }) => np.zeros([...size], typed(dtype)),
  ones: ({ size, dtype }) => np.ones([...size], typed(dtype)),
  full: ({ size, fill_value, dtype }) => np.full([...size], fill_value, typed(dtype)),
  zeros_like: (x, { dtype }) => np.zerosLike(x.ref, typed(dtype)),
  ones_like: (x, { dtype }) => np.onesLike(x.ref, typed(dtype)),
  to: (x, { dtype }) => x.ref.astype(dtype as np.DType),
  clone: (x) => x.ref.astype(x.dtype),

  dtype: (x) => x.dtype,
  shape: (x) => x.shape,
  ndim: (x) => x.ndim,
  numel: (x) => x.size,
  item: (x) => x.ref.item(),
  tolist: (x) => x.ref.js() as Host,

  add: binary(np.add),
  sub: binary(np.subtract),
  mul: binary(np.multiply),
  div: (a, b, { rounding_mode }) =>
    rounding_mode === 'trunc'
      ? unsupported('div rounding_mode trunc')
      : binary(rounding_mode === 'floor' ? np.floorDivide : np.divide)(a, b),
  pow: binary(np.power),
  neg: unary(np.negative),
  abs: unary(np.abs),
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
  round: unary(np.round),
  maximum: binary(np.maximum),
  minimum: binary(np.minimum),
  isnan: unary(np.isnan),
  isinf: unary(np.isinf),
  isfinite: unary(np.isfinite),
  isposinf: unary(np.isposinf),
  isneginf: unary(np.isneginf),
  signbit: unary(np.signbit),
  logical_not: unary(np.logicalNot),
  logical_and: binary(np.logicalAnd),
  logical_or: binary(np.logicalOr),
  logical_xor: binary(np.logicalXor),
  eq: binary(np.equal),
  ne: binary(np.notEqual),
  lt: binary(np.less),
  le: binary(np.lessEqual),
  gt: binary(np.greater),
  ge: binary(np.greaterEqual),
  equal: (a, b) => np.arrayEqual(a.ref, b.ref).js() as boolean,
  where: (condition, a, b) => np.where(condition.ref, lent(a), lent(b)),

  sum: reduction(np.sum),
  mean: reduction(np.mean),
  var: spread(np.var_),
  std: spread(np.std),
  argmax: (x, { dim, axis, ...o }) => np.argmax(x.ref, dim ?? axis, keepOf(o)),
  argmin: (x, { dim, axis, ...o }) => np.argmin(x.ref, dim ?? axis, keepOf(o)),
  cumsum: (x, { dim, axis }) => np.cumsum(x.ref, dim ?? axis),
  cumprod: (x, { dim, axis }) => np.cumprod(x.ref, dim ?? axis),
  all: reduction(np.all),
  any: reduction(np.any),
  amax: reduction(np.max),
  amin: reduction(np.min),
  nansum: reduction(np.nansum),
  nanmean: reduction(np.nanmean),
  count_nonzero: reduction(np.countNonzero),
  logsumexp: reduction(nn.logsumexp),
  norm: (x, { p, dim, keepdim }) => {
    const options = { axis: axisOf({ dim }), ...keepOf({ keepdim }) };
    if (typeof p === 'string') return np.linalg.norm(x.ref, { ...options, ord: p });
    return np.linalg.vectorNorm(x.ref, { ...options, ...(p !== undefined && { ord: p }) });
  },
  softmax: (x, { dim }) => nn.softmax(x.ref, dim),
  log_softmax: (x, { dim }) => nn.logSoftmax(x.ref, dim),

  ...products,

  reshape: (x, { shape }) => np.reshape(x.ref, [...shape]),
  flatten: unary(np.ravel),
  squeeze: (x, o) => np.squeeze(x.ref, axisOf(o)),
  unsqueeze: (x, { dim }) => np.expandDims(x.ref, dim),
  transpose: (x, { dim0, dim1 }) => np.swapaxes(x.ref, dim0, dim1),
  permute: (x, { dims }) => np.transpose(x.ref, [...dims]),
  T: (x) => np.transpose(x.ref),
  expand: (x, { size }) => np.broadcastTo(x.ref, [...size]),
  broadcast_to: (x, { size }) => np.broadcastTo(x.ref, [...size]),
  ravel: unary(np.ravel),
  tril: (x, { diagonal }) => np.tril(x.ref, diagonal),
  triu: (x, { diagonal }) => np.triu(x.ref, diagonal),
  diag: (x, { diagonal }) => np.diag(x.ref, diagonal),
  diagonal: (x, { offset, dim1, dim2 }) => np.diagonal(x.ref, offset, dim1, dim2),
  flip: (x, { dims }) => np.flip(x.ref, [...dims]),
  roll: (x, { shifts, dims }) => np.roll(x.ref, listed(shifts), dims === undefined ? undefined : listed(dims)),
  rot90: (x, { k, dims }) => np.rot90(x.ref, k, dims && [...dims]),
  movedim: (x, { source, destination }) =>
    typeof source === 'number' && typeof destination === 'number'
      ? np.moveaxis(x.ref, source, destination)
      : unsupported('movedim of several axes'),
  tile: (x, { dims }) => np.tile(x.ref, [...dims]),
  repeat_interleave: (x, repeats, { dim }) =>
    typeof repeats === 'number' ? np.repeat(x.ref, repeats, dim) : unsupported('repeat_interleave by a tensor'),
  cat: (xs, { dim, axis }) => np.concatenate(xs.map(lent), dim ?? axis),
  stack: (xs, { dim, axis }) => np.stack(xs.map(lent), dim ?? axis),
  ...byPlaces,

  fill_: (x, value) => (typeof value === 'object' ? unsupported('fill_ by an array') : np.fullLike(x.ref, value)),
  zero_: (x) => np.zerosLike(x.ref),

  relu: unary(nn.relu),
  relu6: unary(nn.relu6),
  softplus: unary(nn.softplus),
  softsign: unary(nn.softSign),
  silu: unary(nn.silu),
  logsigmoid: unary(nn.logSigmoid),
  hardsigmoid: unary(nn.hardSigmoid),
  hardswish: unary(nn.hardSilu),
  hardtanh: unary(nn.hardTanh),
  selu: unary(nn.selu),
  mish: unary(nn.mish),
  elu: (x, { alpha }) => nn.elu(x.ref, alpha),
  celu: (x, { alpha }) => nn.celu(x.ref, alpha),
  leaky_relu: (x, { negative_slope }) => nn.leakyRelu(x.ref, negative_slope),
  gelu: (x, { approximate }) => nn.gelu(x.ref, { approximate: approximate === 'tanh' }),
  glu: (x, { dim }) => nn.glu(x.ref, dim),
  sigmoid: unary(nn.sigmoid),
  prelu: (x, weight) => nn.leakyRelu(x.ref, slopes(x, weight)),
  ...random,
};

const listed = (one: number | readonly number[]): number | number[] => (typeof one === 'number' ? one : [...one]);

/** A vector of slopes belongs to the second axis. */
const slopes = (x: T, weight: T): T =>
  weight.ndim === 1 && x.ndim > 2
    ? np.reshape(weight.ref, [weight.size, ...Array<number>(x.ndim - 2).fill(1)])
    : weight.ref;

export const adapted: Adapted = {
  clone: 'converts to the same dtype, for want of a copy',
  mm: 'calls matmul, for want of an mm',
  bmm: 'calls matmul, for want of a bmm',
  norm: 'calls vectorNorm, and norm for a text',
  getitem: 'turns the index into the arguments of slice',
  prelu: 'calls leakyRelu, and moves the slopes of a vector to the second axis',
  rand: 'gives each draw a key of its own, for want of a generator with a state',
  randn: 'gives each draw a key of its own, for want of a generator with a state',
  randperm: 'gives each draw a key of its own, for want of a generator with a state',
  uniform_: 'gives each draw a key of its own, for want of a generator with a state',
};
