import * as tf from '@tensorflow/tfjs';
import type { Ops } from '../../adapter/ops.gen.ts';

type T = tf.Tensor;

/** What goes element by element, of one tensor, and comparisons. */
export const elementwise: Ops<T> = {
  neg: (x) => tf.neg(x),
  exp: (x) => tf.exp(x),
  log: (x) => tf.log(x),
  sqrt: (x) => tf.sqrt(x),
  abs: (x) => tf.abs(x),
  sign: (x) => tf.sign(x),
  sin: (x) => tf.sin(x),
  cos: (x) => tf.cos(x),
  tan: (x) => tf.tan(x),
  asin: (x) => tf.asin(x),
  acos: (x) => tf.acos(x),
  atan: (x) => tf.atan(x),
  sinh: (x) => tf.sinh(x),
  cosh: (x) => tf.cosh(x),
  tanh: (x) => tf.tanh(x),
  asinh: (x) => tf.asinh(x),
  acosh: (x) => tf.acosh(x),
  atanh: (x) => tf.atanh(x),
  expm1: (x) => tf.expm1(x),
  log1p: (x) => tf.log1p(x),
  reciprocal: (x) => tf.reciprocal(x),
  rsqrt: (x) => tf.rsqrt(x),
  square: (x) => tf.square(x),
  ceil: (x) => tf.ceil(x),
  floor: (x) => tf.floor(x),
  round: (x) => tf.round(x),
  eq: (a, b) => tf.equal(a, b as T),
  ne: (a, b) => tf.notEqual(a, b as T),
  lt: (a, b) => tf.less(a, b as T),
  le: (a, b) => tf.lessEqual(a, b as T),
  gt: (a, b) => tf.greater(a, b as T),
  ge: (a, b) => tf.greaterEqual(a, b as T),
};
