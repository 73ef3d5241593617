import * as nd from 'deepbox/ndarray';
import type { HostScalar } from '../../adapter/contract.ts';
import type { Ops } from '../../adapter/ops.gen.ts';
import { forward } from './arithmetic.ts';
import { asIs, beside, isGrad, type T, valuesOf } from './tensor.ts';

type Method = 'neg' | 'exp' | 'log' | 'sqrt' | 'abs' | 'relu' | 'sigmoid' | 'square' | 'tanh';
/** A function of a `Tensor`, and the method of `GradTensor` of the same meaning. */
const both =
  (method: Method, plain: (x: nd.Tensor) => nd.Tensor) =>
  (x: T): T =>
    isGrad(x) ? x[method]() : plain(x);
const comparison =
  (plain: (a: nd.Tensor, b: nd.Tensor) => nd.Tensor) =>
  (a: T, b: T | HostScalar): T =>
    plain(asIs(a), asIs(beside(b, a)));

export const elementwise: Ops<T> = {
  neg: both('neg', nd.neg),
  exp: both('exp', nd.exp),
  log: both('log', nd.log),
  sqrt: both('sqrt', nd.sqrt),
  abs: both('abs', nd.abs),
  relu: both('relu', nd.relu),
  sigmoid: both('sigmoid', nd.sigmoid),
  tanh: both('tanh', nd.tanh),
  square: both('square', nd.square),
  sign: (x) => nd.sign(asIs(x)),
  elu: (x, { alpha }) => nd.elu(asIs(x), alpha),
  leaky_relu: (x, { negative_slope }) => nd.leakyRelu(asIs(x), negative_slope),
  gelu: (x) => nd.gelu(asIs(x)),
  silu: (x) => nd.swish(asIs(x)),
  mish: (x) => nd.mish(asIs(x)),
  softplus: (x) => nd.softplus(asIs(x)),
  sin: (x) => nd.sin(asIs(x)),
  cos: (x) => nd.cos(asIs(x)),
  tan: (x) => nd.tan(asIs(x)),
  asin: (x) => nd.asin(asIs(x)),
  acos: (x) => nd.acos(asIs(x)),
  atan: (x) => nd.atan(asIs(x)),
  sinh: (x) => nd.sinh(asIs(x)),
  cosh: (x) => nd.cosh(asIs(x)),
  asinh: (x) => nd.asinh(asIs(x)),
  acosh: (x) => nd.acosh(asIs(x)),
  atanh: (x) => nd.atanh(asIs(x)),
  exp2: (x) => nd.exp2(asIs(x)),
  expm1: (x) => nd.expm1(asIs(x)),
  log2: (x) => nd.log2(asIs(x)),
  log10: (x) => nd.log10(asIs(x)),
  log1p: (x) => nd.log1p(asIs(x)),
  reciprocal: (x) => nd.reciprocal(asIs(x)),
  rsqrt: (x) => nd.rsqrt(asIs(x)),
  ceil: (x) => nd.ceil(asIs(x)),
  floor: (x) => nd.floor(asIs(x)),
  trunc: (x) => nd.trunc(asIs(x)),
  round: (x) => nd.round(asIs(x)),
  isnan: (x) => nd.isnan(asIs(x)),
  isinf: (x) => nd.isinf(asIs(x)),
  isfinite: (x) => nd.isfinite(asIs(x)),
  logical_not: (x) => nd.logicalNot(asIs(x)),
  logical_and: (a, b) => nd.logicalAnd(asIs(a), asIs(b)),
  logical_or: (a, b) => nd.logicalOr(asIs(a), asIs(b)),
  logical_xor: (a, b) => nd.logicalXor(asIs(a), asIs(b)),
  maximum: forward(nd.maximum),
  minimum: forward(nd.minimum),
  atan2: forward(nd.atan2),
  eq: comparison(nd.equal),
  ne: comparison(nd.notEqual),
  lt: comparison(nd.less),
  le: comparison(nd.lessEqual),
  gt: comparison(nd.greater),
  ge: comparison(nd.greaterEqual),
  equal: (a, b) => nd.arrayEqual(valuesOf(a), valuesOf(b)),
  where: (condition, a, b) => nd.where(asIs(condition), asIs(beside(a, b)), asIs(beside(b, a))),
  softmax: (x, { dim }) => (isGrad(x) ? nd.softmaxGrad(x, dim) : nd.softmax(x, dim)),
  log_softmax: (x, { dim }) => (isGrad(x) ? nd.logSoftmaxGrad(x, dim) : nd.logSoftmax(x, dim)),
  to: (x, { dtype }) => x.astype(dtype as 'float32'),
};
