/** The fake library behind two adapters: with a tape and tensors that can be written to, and as functions of values. */
import type { Adapter, TensorData } from '../../adapter/contract.ts';
import type { Ops } from '../../adapter/ops.gen.ts';
import { add, Fake, FakeError, fill, gradients, mul, noGrad, of, reshape, row, state, sum } from './fake.ts';

export { Fake, FakeError };

const ops: Ops<Fake> = {
  add: (a, b) => add(of(a), of(b)),
  mul: (a, b) => mul(of(a), of(b)),
  sum: (x, { dim }) => (dim === undefined ? sum(x) : row(x, [0])),
  exp: (x) => new Fake(x.data.map(Math.exp), x.shape, x.dtype),
  max: (x, { dim }) => (dim === undefined ? sum(x) : [x, undefined]),
  cat: (xs) =>
    new Fake(
      xs.flatMap((x) => x.data),
      [xs.reduce((n, x) => n + x.data.length, 0)],
    ),
  clone: (x) => new Fake([...x.data], x.shape, x.dtype),
  getitem: (x, { index }) => row(x, index),
  tensor: (data) => new Fake([data].flat(9) as number[], Array.isArray(data) ? [data.length] : []),
  zeros: ({ size, dtype }) => new Fake(Array(size.reduce((p, q) => p * q, 1)).fill(0), size, dtype),
  shape: (x) => x.shape,
  numel: (x) => x.data.length,
  item: (x) => x.data[0]!,
  eq: (a, b) =>
    new Fake(
      a.data.map((x, i) => Number(x === of(b).data[i % of(b).data.length])),
      a.shape,
      'bool',
    ),
};

const shared = {
  dtypes: { float32: true, int32: true, bool: true, int64: 'int32' },
  tensor: ({ dtype, shape, data }: TensorData): Fake => new Fake(Array.from(data, Number), shape, dtype),
  read: (x: Fake): TensorData => ({ dtype: x.dtype, shape: x.shape, data: [...x.data] }),
} as const;

export const functional: Adapter<Fake> = {
  ...shared,
  name: 'fake, functional',
  mutation: 'none',
  ops: { ...ops, reshape: (x, { shape }) => reshape(x, shape, [...x.data]) },
  autograd: {
    kind: 'functional',
    // Like tfjs, it knows its inputs by identity, wherever they turn up.
    vjp: (f, inputs, cotangent) => {
      const before = inputs.map((input) => input.leaf);
      for (const input of inputs) input.leaf = true;
      const found = gradients(f(...inputs), cotangent, inputs);
      for (const [i, input] of inputs.entries()) input.leaf = before[i]!;
      return found.map((g, i) => g ?? fill(inputs[i]!, 0));
    },
  },
};

const leavesOf = (y: Fake, found = new Set<Fake>()): Set<Fake> => {
  if (y.leaf) found.add(y);
  for (const input of y.recorded?.inputs ?? []) leavesOf(input, found);
  return found;
};
const write = (x: Fake, from: readonly number[]): Fake => {
  for (const i of x.data.keys()) x.data[i] = from[i % from.length]!;
  return x;
};

export const tape: Adapter<Fake> = {
  ...shared,
  name: 'fake, tape',
  mutation: 'in-place',
  ops: {
    ...ops,
    // A view: it holds the same elements.
    reshape: (x, { shape }) => reshape(x, shape, x.data),
    add_: (a, b) => {
      if (a.leaf && state.recording) throw new FakeError('a leaf');
      return write(a, add(a, of(b)).data);
    },
    zero_: (x) => write(x, [0]),
    setitem: (x, value, { index: [i] }) => void x.data.splice(i as number, 1, of(value).data[0]!),
  },
  autograd: {
    kind: 'tape',
    requiresGrad: (x, on) => Object.assign(x, { leaf: on }),
    backward: (y, gradient) => {
      const leaves = [...leavesOf(y)];
      for (const [i, g] of gradients(y, gradient, leaves).entries()) {
        const leaf = leaves[i]!;
        leaf.grad = noGrad(() => (leaf.grad === null || g === null ? g : add(leaf.grad, g)));
      }
    },
    grad: (x) => x.grad,
    detach: (x) => new Fake(x.data, x.shape, x.dtype),
    noGrad,
    zeroGrad: (x, { set_to_none }) => {
      if (set_to_none === false && x.grad !== null) write(x.grad, [0]);
      else x.grad = null;
    },
  },
};
