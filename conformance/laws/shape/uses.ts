/** What may be done with a tensor, as steps on it under whatever name it has. */
import fc from 'fast-check';
import { axis, type Shape, volume } from '../../arbitraries/shape.ts';
import { tensor } from '../../arbitraries/tensor.ts';
import { whole } from '../../arbitraries/whole.ts';
import type { Dtype, Literal, OpStep, TensorValue } from '../../values/case.ts';
import { isFloat } from '../../values/dtypes.ts';
import { reduce } from '../reductions/along.ts';
import { ofVolume } from './factors.ts';
import { order } from './moves.ts';
import { selection } from './selection.ts';

export interface Use {
  /** On the tensor `t`, with `out` as the name of the result, or as the beginning of several names. */
  readonly steps: (t: string, out: string) => readonly OpStep[];
  /** What is added to `out` where there is more than one result. */
  readonly results?: readonly string[];
  /** Other tensors. */
  readonly inputs?: Readonly<Record<string, TensorValue>>;
}

type Options = Readonly<Record<string, Literal>>;

const one = (op: string, operands: (t: string) => readonly Literal[], options?: Options, inputs = {}): Use => ({
  steps: (t, out) => [{ op, in: operands(t), ...(options !== undefined && { with: options }), out }],
  inputs,
});
const on = (op: string, options?: Options): Use => one(op, (t) => [t], options);

/** Small whole numbers: no sum of products of them rounds. */
export const filled = (dtype: Dtype, of: Shape): fc.Arbitrary<TensorValue> =>
  dtype === 'bool' ? tensor(dtype, of) : whole(dtype, of);

const withOther = (dtype: Dtype, of: Shape, use: (other: TensorValue) => fc.Arbitrary<Use>): fc.Arbitrary<Use> =>
  filled(dtype, of).chain(use);

const UNARY = ['neg', 'abs', 'sign', 'relu'];
const ROUNDING = ['exp', 'sigmoid', 'sqrt'];
const ARITHMETIC = ['add', 'sub', 'mul', 'maximum', 'minimum'];
const COMPARISONS = ['eq', 'ne', 'lt', 'le', 'gt', 'ge'];

const written: Use['steps'] = (t, out) => [
  { op: 'clone', in: ['other'], out },
  { op: 'copy_', in: [out, t] },
];
const chosen: Use['steps'] = (t, out) => [
  { op: 'gt', in: [t, 0], out: `${out}_mask` },
  { op: 'where', in: [`${out}_mask`, t, 'other'], out },
];

/** Element by element, alone or with another tensor. */
export const elementwise = (dtype: Dtype, of: Shape): fc.Arbitrary<Use> =>
  withOther(dtype, of, (other) => {
    const inputs = { other };
    const own = [...UNARY, ...(isFloat(dtype) ? ROUNDING : [])];
    return fc.oneof(
      fc.constantFrom(...own).map((op) => on(op)),
      fc.constantFrom('add', 'mul').map((op) => one(op, (t) => [t, t])),
      fc.constantFrom('add', 'sub', 'mul').map((op) => one(op, (t) => [t, 3])),
      fc.constantFrom(...ARITHMETIC, ...COMPARISONS).map((op) => one(op, (t) => [t, 'other'], undefined, inputs)),
      fc.constantFrom(...ARITHMETIC, ...COMPARISONS).map((op) => one(op, (t) => ['other', t], undefined, inputs)),
      fc.constantFrom(...COMPARISONS).map((op) => one(op, (t) => [t, 2])),
      fc.constant(one('equal', (t) => [t, 'other'], undefined, inputs)),
      fc.constant({ steps: chosen, inputs }),
      fc.constant({ steps: written, inputs }),
    );
  });

/** To another dtype, in which every small whole number has a place. */
export const converted = (dtype: Dtype, dtypes: readonly Dtype[]): fc.Arbitrary<Use> =>
  fc.constantFrom(...dtypes.filter((to) => to !== 'uint8' || !isFloat(dtype))).map((to) => on('to', { dtype: to }));

const REDUCTIONS = ['sum', 'max', 'min', 'argmax', 'argmin'];
const MEANS = ['mean', 'var', 'std', 'norm'];

/** All elements, or along an axis; as many as the dtype has. */
export const reduced = (dtype: Dtype, of: Shape): fc.Arbitrary<Use> => {
  const ops = fc.constantFrom(...REDUCTIONS, ...(isFloat(dtype) ? MEANS : []));
  const whole = ops.map((op) => on(op));
  if (of.length === 0) return whole;
  const along = fc.constantFrom('cumsum', ...(isFloat(dtype) ? ['softmax', 'log_softmax'] : []));
  return fc.oneof(
    whole,
    fc.tuple(ops, axis(of), fc.boolean()).map(([op, dim, keepdim]): Use => {
      const pair = op === 'max' || op === 'min';
      const options = { dim, keepdim };
      return pair
        ? {
            steps: (t, out) => [{ op, in: [t], with: options, out: [`${out}_values`, `${out}_indices`] }],
            results: ['_values', '_indices'],
          }
        : { steps: (t, out) => [reduce(op, t, out, options)] };
    }),
    fc.tuple(along, axis(of)).map(([op, dim]) => on(op, { dim })),
  );
};

/** Products with a matrix or a vector from either side. */
export const multiplied = (dtype: Dtype, of: Shape): fc.Arbitrary<Use> => {
  const [m, n = 1] = of.length === 1 ? [1, of[0]!] : of.slice(-2);
  const product = (op: string, shape: Shape, operands: (t: string) => readonly Literal[]): fc.Arbitrary<Use> =>
    withOther(dtype, shape, (other) => fc.constant(one(op, operands, undefined, { other })));
  const size = fc.integer({ min: 1, max: 3 });
  const right = (op: string) => size.chain((k) => product(op, [n, k], (t) => [t, 'other']));
  const left = (op: string) => size.chain((k) => product(op, [k, m!], (t) => ['other', t]));
  if (of.length === 1)
    return fc.oneof(
      product('dot', [n], (t) => [t, 'other']),
      right('matmul'),
    );
  const more = [right('matmul'), left('matmul')];
  if (of.length > 2) return fc.oneof(...more);
  return fc.oneof(
    ...more,
    right('mm'),
    left('mm'),
    product('mv', [n], (t) => [t, 'other']),
  );
};

/** The same elements in other places. */
export const rearranged = (dtype: Dtype, of: Shape): fc.Arbitrary<Use> => {
  const n = of.length;
  const whole = [
    fc.constantFrom('clone', 'contiguous', 'flatten', 'tolist').map((op) => on(op)),
    ofVolume(volume(of)).map((shape) => on('reshape', { shape: [...shape] })),
    fc.constant(on('reshape', { shape: [-1] })),
    selection(of).map(({ index }) => on('getitem', { index: [...index] })),
    fc.integer({ min: -n - 1, max: n }).map((dim) => on('unsqueeze', { dim })),
    order(n).map((dims) => on('permute', { dims })),
    withOther(dtype, of, (other) =>
      fc.integer({ min: -n - 1, max: n }).map((dim) => one('stack', (t) => [[t, 'other']], { dim }, { other })),
    ),
  ];
  if (n === 0) return fc.oneof(...whole);
  const joined = withOther(dtype, of, (other) =>
    fc
      .tuple(axis(of), fc.constantFrom('both', 'before', 'after'))
      .map(([dim, how]) =>
        one(
          'cat',
          (t) => [how === 'both' ? [t, t] : how === 'before' ? [t, 'other'] : ['other', t]],
          { dim },
          { other },
        ),
      ),
  );
  return fc.oneof(...whole, joined);
};
