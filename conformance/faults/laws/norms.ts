import type { Call, Tools } from '../../mutants/mutation.ts';
import { type Fault, wrongOp } from './fault.ts';

const none = {};
interface Options {
  readonly p?: number | { readonly valueOf: () => unknown };
  readonly dim?: number;
  readonly keepdim?: boolean;
}

const order = ({ p }: Options): number => (p === undefined ? 2 : Number(p));

/** For one order alone, something else. */
const ofOrder =
  (p: number, wrong: (t: unknown, o: Options, tools: Tools) => unknown) =>
  (right: Call, tools: Tools): Call =>
  (t, o) => {
    const out = right(t, o);
    return order(o as Options) === p ? wrong(t, o as Options, tools) : out;
  };

const reduced = (op: 'sum' | 'max', t: unknown, { dim, keepdim }: Options, { ops }: Tools): unknown => {
  if (dim === undefined) return ops[op]!(t, none);
  const options = { dim, ...(keepdim !== undefined && { keepdim }) };
  const out = ops[op]!(t, options);
  return op === 'max' ? (out as { values: unknown }).values : out;
};

/** Faults of norm, by law. */
export const normFaults: Readonly<Record<string, readonly Fault[]>> = {
  'linear-algebra/norm-by-definition': [
    // The largest element, not the largest magnitude.
    wrongOp(
      'norm',
      ofOrder(Infinity, (t, o, tools) => reduced('max', t, o, tools)),
    ),
    // The order 0 counts all elements.
    wrongOp(
      'norm',
      ofOrder(0, (t, o, tools) => reduced('sum', tools.ops.ones_like!(t, none), o, tools)),
    ),
  ],
  'linear-algebra/norm-is-homogeneous': [
    // The root is left out.
    wrongOp(
      'norm',
      ofOrder(2, (t, o, tools) => reduced('sum', tools.ops.mul!(t, t, none), o, tools)),
    ),
  ],
  'linear-algebra/norm-triangle': [
    // The order and its inverse are taken for each other.
    wrongOp(
      'norm',
      ofOrder(2, (t, o, tools) => {
        const { abs, sqrt, mul } = tools.ops;
        const roots = reduced('sum', sqrt!(abs!(t, none), none), o, tools);
        return mul!(roots, roots, none);
      }),
    ),
  ],
  'linear-algebra/norm-along-axis': [
    // A negative axis is counted from the front.
    wrongOp('norm', (right) => (t, o) => {
      const { dim } = o as Options;
      return right(t, dim !== undefined && dim < 0 ? { ...(o as Options), dim: -dim - 1 } : o);
    }),
    // keepdim is heeded only for the 2-norm.
    wrongOp('norm', (right) => (t, o) => {
      const { keepdim } = o as Options;
      return right(t, keepdim && order(o as Options) !== 2 ? { ...(o as Options), keepdim: false } : o);
    }),
  ],
};
