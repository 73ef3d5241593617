import * as tf from '@tensorflow/tfjs';
import type { Adapted } from '../../adapter/contract.ts';
import { unsupported } from '../../adapter/contract.ts';
import type { Ops } from '../../adapter/ops.gen.ts';
import { conv2d } from './conv2d.ts';
import { composedData } from './datasets.ts';
import { elementwise } from './elementwise.ts';
import { getitem, setitem } from './indexing.ts';
import { composedLosses, losses } from './losses.ts';
import { ordering } from './ordering.ts';
import { random } from './random.ts';
import { isNumber, numberOf, plainValue } from './scalar.ts';

type T = tf.Tensor;
type DType = 'float32' | 'int32' | 'bool';
type Dim = number | number[] | undefined;

const as = (dtype: string | undefined): DType | undefined => dtype as DType | undefined;
const sizeOf = (size: readonly number[]): number[] => [...size];
const dimOf = ({ dim, axis }: { dim?: number | readonly number[]; axis?: number | readonly number[] }): Dim =>
  (dim ?? axis) as Dim;

/** Along one axis or all, by PyTorch's names or NumPy's. */
interface Along {
  readonly dim?: number;
  readonly axis?: number;
  readonly keepdim?: boolean;
  readonly keepdims?: boolean;
}
const extreme =
  (value: typeof tf.max, place: typeof tf.argMax) =>
  (x: T, { axis, keepdims, dim = axis, keepdim = keepdims }: Along): T | readonly [T, T] =>
    dim === undefined ? value(x, undefined, keepdim) : [value(x, dim, keepdim), kept(place(x, dim), dim, keepdim)];
const place =
  (find: typeof tf.argMax) =>
  (x: T, { axis, keepdims, dim = axis, keepdim = keepdims }: Along): T =>
    dim !== undefined ? kept(find(x, dim), dim, keepdim) : allKept(x, find(tf.reshape(x, [-1]), 0), keepdim);
const kept = (x: T, dim: number, keepdim: boolean | undefined): T => (keepdim === true ? tf.expandDims(x, dim) : x);
const allKept = (x: T, result: T, keepdim: boolean | undefined): T =>
  keepdim === true ? tf.reshape(result, Array(x.rank).fill(1)) : result;

/** The order of axes in which two have changed places. A number has an axis 0, which its order leaves out. */
function swapped(x: T, dim0: number, dim1: number): number[] {
  const axes = Math.max(x.rank, 1);
  const order = [...Array(axes).keys()];
  const [a, b] = [dim0, dim1].map((dim) => (dim < 0 ? dim + axes : dim)) as [number, number];
  [order[a], order[b]] = [order[b]!, order[a]!];
  return order.slice(axes - x.rank);
}

interface Spread {
  readonly dim?: number | readonly number[];
  readonly axis?: number | readonly number[];
  readonly correction?: number;
  readonly unbiased?: boolean;
  readonly keepdim?: boolean;
  readonly keepdims?: boolean;
}
/** Biased: a convention. What PyTorch calls unbiased, or corrects otherwise, tfjs does not have. */
function variance(x: T, { dim, axis, correction, unbiased, keepdim, keepdims }: Spread): T {
  if (unbiased !== undefined && correction !== undefined) return unsupported('unbiased and correction at once');
  if (unbiased === true || (correction ?? 0) !== 0) return unsupported('unbiased variance');
  return tf.moments(x, (dim ?? axis) as Dim, keepdim ?? keepdims).variance;
}

export const ops: Ops<T> = {
  tensor: (data, { dtype }) => tf.tensor(plain(data) as tf.TensorLike, undefined, as(dtype)),
  arange: ({ start, end, step, dtype }) =>
    tf.range(numberOf(start, 0), numberOf(end, 0), numberOf(step, 1), as(dtype) as 'float32' | 'int32' | undefined),
  zeros: ({ size, dtype }) => tf.zeros(sizeOf(size), as(dtype)),
  ones: ({ size, dtype }) => tf.ones(sizeOf(size), as(dtype)),
  full: ({ size, fill_value, dtype }) => tf.fill(sizeOf(size), plainValue(fill_value) as number, as(dtype)),
  zeros_like: (x) => tf.zerosLike(x),
  ones_like: (x) => tf.onesLike(x),
  to: (x, { dtype }) => tf.cast(x, as(dtype)!),
  tolist: (x) => x.arraySync() as number[],
  item: (x) => numberIn(x.asScalar()),
  shape: (x) => x.shape,
  dtype: (x) => x.dtype,
  ndim: (x) => x.rank,
  numel: (x) => x.size,
  stride: (x) => x.strides,
  add: (a, b) => tf.add(a as T, b as T),
  sub: (a, b) => tf.sub(a as T, b as T),
  mul: (a, b) => tf.mul(a as T, b as T),
  div: (a, b, { rounding_mode }) =>
    rounding_mode === undefined
      ? tf.div(a as T, b as T)
      : rounding_mode === 'floor'
        ? tf.floorDiv(a as T, b as T)
        : unsupported('div rounding_mode trunc'),
  pow: (a, b) => tf.pow(a as T, b as T),
  ...elementwise,
  maximum: (a, b) => tf.maximum(a, b),
  minimum: (a, b) => tf.minimum(a, b),
  where: (condition, a, b) => tf.where(condition, a as T, b as T),
  sum: (x, { dim, axis, keepdim, keepdims }) => tf.sum(x, dimOf({ dim, axis } as never), keepdim ?? keepdims),
  mean: (x, { dim, axis, keepdim, keepdims }) => tf.mean(x, dimOf({ dim, axis } as never), keepdim ?? keepdims),
  var: variance,
  argmax: place(tf.argMax),
  argmin: place(tf.argMin),
  cumsum: (x, { dim, axis }) => tf.cumsum(x, dim ?? axis),
  cumprod: (x, { dim, axis }) => tf.cumprod(x, dim ?? axis),
  all: (x, { dim, axis, keepdim, keepdims }) => tf.all(x, dimOf({ dim, axis } as never), keepdim ?? keepdims),
  any: (x, { dim, axis, keepdim, keepdims }) => tf.any(x, dimOf({ dim, axis } as never), keepdim ?? keepdims),
  amax: (x, { dim, axis, keepdim, keepdims }) => tf.max(x, dimOf({ dim, axis } as never), keepdim ?? keepdims),
  amin: (x, { dim, axis, keepdim, keepdims }) => tf.min(x, dimOf({ dim, axis } as never), keepdim ?? keepdims),
  logsumexp: (x, { dim, axis, keepdim, keepdims }) =>
    tf.logSumExp(x, dimOf({ dim, axis } as never), keepdim ?? keepdims),
  // Its name of the order 2 is another one.
  norm: (x, { p, dim, keepdim }) => tf.norm(x, p === 2 ? 'euclidean' : p, dim as Dim, keepdim),
  softmax: (x, { dim }) => tf.softmax(x, dim),
  log_softmax: (x, { dim }) => tf.logSoftmax(x, dim),
  reshape: (x, { shape }) => tf.reshape(x, sizeOf(shape)),
  view: (x, { size }) => tf.reshape(x, sizeOf(size)),
  flatten: (x) => x.flatten(),
  unsqueeze: (x, { dim }) => tf.expandDims(x, dim),
  squeeze: (x, { axis, dim = axis }) => tf.squeeze(x, typeof dim === 'number' ? [dim] : dim && [...dim]),
  transpose: (x, { dim0, dim1 }) => tf.transpose(x, swapped(x, dim0, dim1)),
  T: (x) => tf.transpose(x),
  permute: (x, { dims }) => tf.transpose(x, sizeOf(dims)),
  expand: (x, { size }) => tf.broadcastTo(x, sizeOf(size)),
  broadcast_to: (x, { size }) => tf.broadcastTo(x, sizeOf(size)),
  flip: (x, { dims }) => tf.reverse(x, [...dims]),
  tile: (x, { dims }) => tf.tile(x, [...dims]),
  repeat: (x, { repeats }) => tf.tile(x, [...repeats]),
  cat: (xs, { dim, axis }) => tf.concat([...xs], dim ?? axis ?? 0),
  stack: (xs, { dim, axis }) => tf.stack([...xs], dim ?? axis),
  clone: (x) => tf.clone(x),
  getitem: (x, { index }) => getitem(x, index),
  index_select: (x, at, { dim }) => tf.gather(x, at, dim),
  ...ordering,
  setitem: (x, value, { index }) => setitem(x, value, index),
  fill_: (x, value) =>
    isNumber(value) ? tf.fill(x.shape, numberOf(value, 0), x.dtype as DType) : unsupported('fill_ with a tensor'),
  zero_: (x) => tf.zerosLike(x),
  dot: (a, b) => tf.dot(a, b),
  mv: (a, b) => tf.dot(a, b),
  mm: (a, b) => tf.matMul(a, b),
  bmm: (a, b) => tf.matMul(a, b),
  outer: (a, b) => tf.outerProduct(a as tf.Tensor1D, b as tf.Tensor1D),
  matmul: (a, b) => (a.rank < 2 || b.rank < 2 ? tf.dot(a, b) : tf.matMul(a, b)),
  relu: (x) => tf.relu(x),
  relu6: (x) => tf.relu6(x),
  elu: (x) => tf.elu(x),
  selu: (x) => tf.selu(x),
  leaky_relu: (x, { negative_slope }) => tf.leakyRelu(x, negative_slope ?? 0.01),
  softplus: (x) => tf.softplus(x),
  logsigmoid: (x) => tf.logSigmoid(x),
  prelu: (x, weight) => tf.prelu(x, perChannel(weight, x.rank)),
  sigmoid: (x) => tf.sigmoid(x),
  linear: (a, b, bias) =>
    b.rank === 1 ? tf.dot(a, b) : tf.fused.matMul({ a, b, transposeB: true, ...(bias !== undefined && { bias }) }),
  conv2d,
  ...random,
  ...losses,
};

export const adapted: Adapted = {
  argmax: 'without an axis flattens first, for want of a form over all axes; puts a kept axis back',
  argmin: 'without an axis flattens first, for want of a form over all axes; puts a kept axis back',
  transpose: 'swaps two entries of an order of axes, for want of a swapaxes',
  getitem: 'turns the index into begins, sizes and steps, and reshapes for None and integers',
  setitem: 'turns the index into places, and casts the value',
  fill_: 'makes a new tensor of the shape and dtype, since none can be written to',
  bmm: 'calls matMul, for want of a bmm',
  matmul: 'calls dot where an operand is a vector, which matMul refuses',
  linear: 'calls dot where the weight is a vector, which matMul refuses',
  prelu: 'moves the slopes of a vector to axis 1: the channels of tfjs are the last axis',
  conv2d: 'moves the channels to the last axis and back',
  random_: 'gives the bounds of int32, which has no form without bounds',
  randperm: 'makes a tensor of the shuffled indices, which are an array',
  'optim.Adagrad': 'writes the values into variables before each step',
  'optim.Adam': 'writes the values into variables before each step',
  'optim.RMSprop': 'writes the values into variables before each step',
  'optim.SGD': 'chooses train.sgd or train.momentum, and writes the values into variables before each step',
};

export const composed: Ops<T> = {
  max: extreme(tf.max, tf.argMax),
  min: extreme(tf.min, tf.argMin),
  ...composedLosses,
  ...composedData,
  equal: (a, b) => tf.util.arraysEqual(a.shape, b.shape) && tf.all(tf.equal(a, b)).dataSync()[0] === 1,
  std: (x, options) => tf.sqrt(variance(x, options)),
};

/** Numbers in nested lists come as 0-d tensors too. */
const plain = (data: unknown): unknown =>
  Array.isArray(data) ? data.map(plain) : data instanceof tf.Tensor ? plainValue(data) : data;

const numberIn = (x: T): number | { readonly float: number } => {
  const value = x.arraySync() as number;
  return x.dtype === 'float32' ? { float: value } : value;
};

/** PyTorch's channels are axis 1, those of tfjs the last axis. */
const perChannel = (weight: T, rank: number): T =>
  weight.rank === 1 && rank > 2 ? tf.reshape(weight, [-1, ...Array<number>(rank - 2).fill(1)]) : weight;
