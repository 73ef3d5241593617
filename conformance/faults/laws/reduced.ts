/** What the faults of reductions are made with. */
import type { Call, Tools } from '../../mutants/mutation.ts';
import { type Fault, wrongOps } from './fault.ts';

export type Options = Readonly<Record<string, unknown>>;
/** A reduction gone wrong, given the right one. */
export type Change = (right: Call, x: unknown, options: Options, tools: Tools) => unknown;

const none = {};

/** Of reductions: one operand, and options. */
export const wrong = (ops: string | readonly string[], change: Change): Fault =>
  wrongOps(
    [ops].flat(),
    (right, tools) =>
      (
        x,
        options, // A copy counts as having looked at every option: one that was not looked at before an error is unsupported.
      ) =>
        change(right, x, { ...(options as Options) }, tools),
  );

export const count = (t: unknown, { shape }: Tools): number => shape(t).reduce((n, size) => n * size, 1);

export const isNegative = ({ dim }: Options): boolean => typeof dim === 'number' && dim < 0;

/** The values of one tensor with the gradient of another of the same shape. */
export const grafted = (values: unknown, gradient: unknown, { ops, detach }: Tools): unknown =>
  ops.add!(detach(values), ops.sub!(gradient, detach(gradient), none), none);

/** The gradient times a factor, the values as they are. */
export const steeper = (t: unknown, factor: number, tools: Tools): unknown =>
  grafted(t, tools.ops.mul!(t, factor, none), tools);

/** The elements in the order of the memory, in the shape that the tensor has. */
export const inMemoryOrder = (t: unknown, { ops, shape }: Tools): unknown => {
  const stride = ops.stride!(t, none) as readonly number[];
  const dims = [...stride.keys()].sort((a, b) => stride[b]! - stride[a]! || a - b);
  return ops.reshape!(ops.permute!(t, { dims }), { shape: shape(t) });
};

const WIDTH = 4;

/** What a loop over blocks of four sees that forgets the rest. */
export const withoutTail = (t: unknown, { ops, shape }: Tools): unknown => {
  const [n] = shape(t);
  const cut = n! - (n! % WIDTH);
  return shape(t).length === 1 && cut > 0 ? ops.getitem!(t, { index: [{ start: 0, stop: cut, step: 1 }] }) : t;
};

/** A little more for each later element, so that of several equal ones the last is the largest. */
export const leaning = (t: unknown, tools: Tools): unknown => {
  const { ops, shape } = tools;
  const ramp = ops.mul!(ops.arange!({ end: count(t, tools) }), 1e-3, none);
  return ops.add!(t, ops.reshape!(ramp, { shape: shape(t) }), none);
};

/** Without NaN, as where every comparison with it is false. */
export const withoutNaN = (t: unknown, { ops }: Tools): unknown => ops.where!(ops.eq!(t, t, none), t, -Infinity, none);
