/** Libraries that lose sight of what a view shows of its memory. */
import type { Call, Tools } from '../../mutants/mutation.ts';
import { tools } from '../../mutants/reference.ts';
import { type Fault, type Faulty, wrongOp, wrongOps } from './fault.ts';

const none = {};
const { ops } = tools;

const volume = (t: unknown): number => tools.shape(t).reduce((product, n) => product * n, 1);
const inOrder = (t: unknown): boolean => ops.is_contiguous!(t, none) === true;
const filling = (elements: unknown, t: unknown): unknown => ops.reshape!(elements, { shape: tools.shape(t) }, none);

/** A transposed matrix in the order in which it lies. */
const asItLies = (t: unknown): unknown => {
  if (tools.shape(t).length !== 2 || inOrder(t)) return t;
  return filling(ops.contiguous!(ops.transpose!(t, { dim0: 0, dim1: 1 }), none), t);
};

const ofMany =
  (wrong: (t: unknown) => unknown) =>
  (t: unknown): unknown =>
    tools.isTensor(t) && volume(t) >= 32 ? wrong(t) : t;

/** Its first operand is what `seen` makes of it. */
const looking =
  (seen: (t: unknown) => unknown) =>
  (right: Call): Call =>
  (t, ...rest) =>
    right(tools.isTensor(t) ? seen(t) : t, ...rest);

/** The ops see the first elements of what `getitem` selected from, and as many as were selected. */
const fromTheStart = (names: readonly string[]): Fault => {
  const whole = new WeakMap<object, unknown>();
  const first = (t: unknown): unknown => {
    const from = whole.get(t as object);
    if (from === undefined || volume(t) > volume(from)) return t;
    const flat = ops.reshape!(from, { shape: [-1] }, none);
    return filling(ops.getitem!(flat, { index: [{ start: 0, stop: volume(t), step: 1 }] }), t);
  };
  return () => {
    const { ops: table, ...others } = wrongOps(names, looking(first))();
    const select: Call = (t, o) => {
      const selected = ops.getitem!(t, o);
      whole.set(selected as object, t);
      return selected;
    };
    return { ...others, ops: { ...table, getitem: select } } as Faulty;
  };
};

/** An op that takes nothing but what lies in order. */
const refusing =
  (right: Call): Call =>
  (t, ...rest) => {
    if (tools.isTensor(t) && !inOrder(t)) throw new Error('not contiguous');
    return right(t, ...rest);
  };

/** Of a stretched tensor every element counts once. */
const counting =
  (right: Call, { shape }: Tools): Call =>
  (t, o) => {
    const steps = ops.stride!(t, none) as readonly number[];
    const all = Object.keys(o as object).length === 0;
    const stretched = shape(t).findIndex((n, k) => n > 1 && steps[k] === 0);
    return all && stretched >= 0
      ? right(
          ops.getitem!(t, {
            index: [
              ...shape(t)
                .slice(0, stretched)
                .map(() => ALL),
              0,
            ],
          }),
          o,
        )
      : right(t, o);
  };
const ALL = { start: null, stop: null, step: null };

/** One kernel may be shared by many. */
const FUNCTIONS = ['sin', 'cos', 'tan', 'tanh', 'exp2', 'expm1', 'square', 'floor', 'ceil', 'trunc', 'round'];

/** By law: what a library does that breaks it. */
export const viewFaults: Readonly<Record<string, readonly Fault[]>> = {
  'shape/arithmetic-of-view-is-of-copy': [
    wrongOps(['add', 'sub', 'mul', ...FUNCTIONS], looking(asItLies)),
    wrongOps(['add', 'sub', 'mul', 'gt', 'ge', 'lt', 'le', ...FUNCTIONS], looking(ofMany(asItLies))),
    fromTheStart(['neg', 'abs', 'sign', ...FUNCTIONS]),
  ],
  'shape/conversion-of-view-is-of-copy': [
    wrongOp('to', looking(asItLies)),
    wrongOp('to', looking(ofMany(asItLies))),
    fromTheStart(['to']),
  ],
  'shape/reduction-of-view-is-of-copy': [
    wrongOps(['cumsum', 'argmax', 'argmin'], looking(asItLies)),
    wrongOps(['cumsum', 'argmax', 'argmin'], looking(ofMany(asItLies))),
    fromTheStart(['sum', 'mean']),
    wrongOps(['max', 'min', 'argmax', 'argmin'], refusing),
    wrongOps(['sum', 'norm', 'var', 'std'], counting),
  ],
  'shape/product-of-view-is-of-copy': [
    wrongOps(['mm', 'matmul'], looking(asItLies)),
    wrongOps(['mm', 'matmul', 'mv'], looking(ofMany(asItLies))),
    fromTheStart(['matmul']),
  ],
  'shape/rearrangement-of-view-is-of-copy': [
    wrongOps(['reshape', 'flatten'], looking(asItLies)),
    wrongOps(['reshape', 'clone', 'flatten'], looking(ofMany(asItLies))),
    fromTheStart(['reshape', 'flatten']),
  ],
};
