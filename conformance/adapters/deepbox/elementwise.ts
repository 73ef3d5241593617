import * as nd from 'deepbox/ndarray';
import type { HostScalar } from '../../adapter/contract.ts';
import type { Ops } from '../../adapter/ops.gen.ts';
import { forward } from './arithmetic.ts';
import { asIs, beside, isGrad, type T, valuesOf } from './tensor.ts';

type Method = 'neg' | 'exp' | 'log' | 'sqrt' | 'abs' | 'relu' | 'sigmoid';
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
  sign: (x) => nd.sign(asIs(x)),
  maximum: forward(nd.maximum),
  minimum: forward(nd.minimum),
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
