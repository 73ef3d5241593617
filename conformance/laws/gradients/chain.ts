/** Random compositions of smooth ops, to differentiate through. */
import fc from 'fast-check';
import { axis, type Shape, volume } from '../../arbitraries/shape.ts';
import type { Literal, OpStep, TensorValue } from '../../values/case.ts';
import { drawn } from './operands.ts';
import type { Precision } from './precision.ts';
import { renamed } from './program.ts';

export interface Chain {
  /** The name of the tensor that it starts from. */
  readonly from: string;
  /** Constants on the way. */
  readonly inputs: Readonly<Record<string, TensorValue>>;
  readonly steps: readonly OpStep[];
  readonly out: string;
  readonly shape: Shape;
}

interface Link {
  readonly op: string;
  /** Beside the tensor: a number, a constant tensor, or the tensor itself. */
  readonly beside?: number | TensorValue | 'itself';
  readonly with?: Readonly<Record<string, Literal>>;
  readonly shape: Shape;
}

interface Wish {
  readonly from: string;
  readonly shape: Shape;
  /** What the names of its values start with. */
  readonly mark: string;
  /** Of the shape that it starts from, at every step. */
  readonly keep?: boolean;
}

/** One to three ops on numbers of moderate size: none overflows in three steps. */
export const chain = (precision: Precision, { from, shape, mark, keep = false }: Wish): fc.Arbitrary<Chain> => {
  const start: Chain = { from, inputs: {}, steps: [], out: from, shape };
  const more = (so: fc.Arbitrary<Chain>): fc.Arbitrary<Chain> =>
    so.chain((chain) => link(precision, chain.shape, keep).map((next) => longer(chain, next, mark)));
  return fc.integer({ min: 1, max: 3 }).chain((length) => {
    let so: fc.Arbitrary<Chain> = fc.constant(start);
    for (let k = 0; k < length; k++) so = more(so);
    return so;
  });
};

/** Numbers to start a chain from. */
export const origin = (precision: Precision, shape: Shape): fc.Arbitrary<TensorValue> =>
  drawn(precision, shape, { low: -2, high: 2 });

/** The same ops from another tensor. */
export const again = ({ from, inputs, steps, out, shape }: Chain, other: string, mark: string): Chain => {
  const rename = (name: string): string => (name === from ? other : name in inputs ? name : `${name}${mark}`);
  return { from: other, inputs, steps: renamed(steps, rename), out: rename(out), shape };
};

function longer(
  { from, inputs, steps, out, shape: _ }: Chain,
  { op, beside, with: options, shape }: Link,
  mark: string,
): Chain {
  const at = steps.length;
  const [name, constant] = [`${mark}${at}`, `${mark}w${at}`];
  const other: readonly Literal[] =
    beside === undefined ? [] : beside === 'itself' ? [out] : typeof beside === 'number' ? [beside] : [constant];
  const step: OpStep = { op, in: [out, ...other], ...(options === undefined ? {} : { with: options }), out: name };
  return {
    from,
    inputs: typeof beside === 'object' ? { ...inputs, [constant]: beside } : inputs,
    steps: [...steps, step],
    out: name,
    shape,
  };
}

const link = (precision: Precision, shape: Shape, keep: boolean): fc.Arbitrary<Link> => {
  const constant = fc
    .constantFrom<Shape>(shape, [], shape.slice(1))
    .chain((size) => drawn(precision, size, { low: -2, high: 2 }));
  const kept: fc.Arbitrary<Link>[] = [
    fc.constantFrom('neg', 'sigmoid').map((op) => ({ op, shape })),
    fc.constantFrom(2, 0.5, -1.5).map((beside) => ({ op: 'mul', beside, shape })),
    fc.tuple(fc.constantFrom('add', 'sub', 'mul'), constant).map(([op, beside]) => ({ op, beside, shape })),
    fc.constant({ op: 'mul', beside: 'itself', shape }),
  ];
  if (shape.length === 0 || keep) return fc.oneof(...kept);
  const along = axis(shape).chain((dim) => {
    const at = (dim + shape.length) % shape.length;
    return fc.constantFrom<Link>(
      { op: 'sum', with: { dim }, shape: shape.toSpliced(at, 1) },
      { op: 'mean', with: { dim, keepdim: true }, shape: shape.with(at, 1) },
      { op: 'cumsum', with: { dim }, shape },
      { op: 'unsqueeze', with: { dim: at }, shape: shape.toSpliced(at, 0, 1) },
      { op: 'transpose', with: { dim0: 0, dim1: dim }, shape: shape.with(0, shape[at]!).with(at, shape[0]!) },
    );
  });
  const flat: Link = { op: 'reshape', with: { shape: [volume(shape)] }, shape: [volume(shape)] };
  return fc.oneof(...kept, along, fc.constant(flat));
};
