import { torch } from 'js-pytorch';
import { type Adapted, type HostScalar, type IndexItem, unsupported } from '../../adapter/contract.ts';
import type { Ops } from '../../adapter/ops.gen.ts';
import { classesLast, type T } from './tensor.ts';

type Operand = T | HostScalar;
type Dims = number | readonly number[] | undefined;
const { nn } = torch;

const isTensor = (x: unknown): x is T => x instanceof torch.Tensor;
const isMatrix = (x: T): boolean => x.ndims === 2;
const plain = (x: Operand): T | number => (isTensor(x) ? x : Number(x));
const binary =
  (f: typeof torch.add) =>
  (a: Operand, b: Operand): T =>
    f(plain(a) as T, plain(b) as T);

const reduced =
  (method: 'sum' | 'mean' | 'variance') =>
  (x: T, dim: Dims, keepdim: boolean | undefined): T =>
    typeof dim === 'object' ? unsupported(`${method} over several axes`) : x[method](dim, keepdim);
const sum = reduced('sum');
const mean = reduced('mean');
const variance = reduced('variance');
/** Biased: a convention. */
const biased = (x: T, dim: Dims, keepdim: boolean | undefined, correction: number | boolean | undefined): T =>
  Number(correction ?? 0) === 0 ? variance(x, dim, keepdim) : unsupported('a variance with a correction');

export const ops: Ops<T> = {
  tensor: (data, { dtype: _, requires_grad }) => torch.tensor(data as number[], requires_grad),
  zeros: ({ size, dtype: _, requires_grad }) => torch.zeros([...size], requires_grad),
  ones: ({ size, dtype: _, requires_grad }) => torch.ones([...size], requires_grad),
  rand: ({ size, dtype: _, requires_grad }) => torch.rand([...size], requires_grad),
  randn: ({ size, dtype: _, requires_grad }) => torch.randn([...size], requires_grad),
  shape: (x) => x.shape,
  ndim: (x) => x.ndims,
  len: (x) => x.length,
  tolist: (x) => x.tolist(),
  requires_grad: (x) => x.requires_grad,
  add: binary(torch.add),
  mul: binary(torch.mul),
  sub: (a, b) => (isTensor(a) ? a.sub(plain(b)) : unsupported('sub from a number')),
  div: binary(torch.div),
  pow: (x, n) => torch.pow(plain(x) as T, plain(n) as number),
  neg: (x) => x.neg(),
  exp: (x) => x.exp(),
  log: (x) => x.log(),
  sqrt: (x) => x.sqrt(),
  sum: (x, { dim, axis, keepdim, keepdims }) => sum(x, dim ?? axis, keepdim ?? keepdims),
  mean: (x, { dim, axis, keepdim, keepdims }) => mean(x, dim ?? axis, keepdim ?? keepdims),
  var: (x, { dim, keepdim, correction, unbiased }) =>
    correction === undefined || unbiased === undefined
      ? biased(x, dim, keepdim, correction ?? unbiased)
      : unsupported('unbiased beside a correction'),
  matmul: (a, b) => a.matmul(b),
  mm: (a, b) => a.matmul(b),
  bmm: (a, b) => a.matmul(b),
  transpose: (x, { dim0, dim1 }) => x.transpose(dim0, dim1),
  T: (x) => (isMatrix(x) ? x.transpose(0, 1) : unsupported('T of what is no matrix')),
  reshape: (x, { shape }) => x.reshape([...shape]),
  getitem: (x, { index }) => getitem(x, index),
  relu: (x) => new nn.ReLU().forward(x),
  softmax: (x, { dim }) => new nn.Softmax().forward(x, dim),
  mse_loss: (x, y, { reduction }) => (isMean(reduction) ? new nn.MSELoss().forward(x, y) : unsupported('reduction')),
  cross_entropy: (x, y, weight, { reduction }) =>
    isMean(reduction) && weight === undefined
      ? new nn.CrossEntropyLoss().forward(classesLast(x), y)
      : unsupported('reduction'),
};

export const adapted: Adapted = {
  mm: 'calls matmul, for want of an mm',
  bmm: 'calls matmul, for want of a bmm',
  T: 'swaps the axes of a matrix, for want of a T',
  getitem: 'turns the index into lists of indices, and takes the axis of an integer away',
  cross_entropy: 'moves the classes to the last axis, where the library has them',
  'nn.Linear': 'transposes the weight, which the layer keeps the other way round',
  'nn.CrossEntropyLoss': 'moves the classes to the last axis, where the library has them',
};

const isMean = (reduction: string | undefined): boolean => reduction === undefined || reduction === 'mean';
/** `at` takes lists of indices of the first axis, or of the first two; an integer is a list of one, whose axis goes. */
function getitem(x: T, index: readonly IndexItem<T>[]): T {
  const [first, second, ...more] = index.map(listOf);
  if (first === undefined || more.length > 0) return unsupported('an index of more than two axes');
  const picked = x.at(first, second);
  const dropped = index.every((item) => typeof item === 'number') && x.ndims > index.length;
  return dropped ? picked.reshape(x.shape.slice(index.length)) : picked;
}
const listOf = (item: IndexItem<T>): T | number[] => {
  if (typeof item === 'number') return [item];
  return typeof item === 'object' && item !== null && 'tensor' in item ? item.tensor : unsupported('a slice');
};
