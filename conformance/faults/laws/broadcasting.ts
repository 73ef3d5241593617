import { dtypeApart } from '../../laws/broadcasting/dtype-apart.ts';
import { equalsExpansion } from '../../laws/broadcasting/equals-expansion.ts';
import { inPlaceOther } from '../../laws/broadcasting/in-place-other.ts';
import { incompatibleRaises } from '../../laws/broadcasting/incompatible-raises.ts';
import type { Call, Tools } from '../../mutants/mutation.ts';
import { type Fault, wrongFamily, wrongOp } from './fault.ts';

const none = {};
const rank = (t: unknown, { isTensor, shape }: Tools): number => (isTensor(t) ? shape(t).length : 0);
const count = (t: unknown, { shape }: Tools): number => shape(t).reduce((n, size) => n * size, 1);
const reshaped = (t: unknown, shape: readonly number[], { ops }: Tools): unknown => ops.reshape!(t, { shape });

const whole = (t: unknown, { ops }: Tools): unknown => ops.to!(t, { dtype: 'int64' });

/** The second operand is aligned at the first axis, wherever it fits there. */
const alignedAtFirst =
  (right: Call, tools: Tools): Call =>
  (a, b, o) => {
    const missing = rank(a, tools) - rank(b, tools);
    const fits =
      missing > 0 && rank(b, tools) > 0 && tools.shape(b).every((n, k) => n === 1 || n === tools.shape(a)[k]);
    return right(a, fits ? reshaped(b, [...tools.shape(b), ...new Array<number>(missing).fill(1)], tools) : b, o);
  };

/** The operand of more axes is put in front, and the op is not turned round. */
const longestFirst =
  (right: Call, tools: Tools): Call =>
  (a, b, o) =>
    rank(b, tools) > rank(a, tools) ? right(b, a, o) : right(a, b, o);

/** A refusal becomes a result. */
const instead =
  (result: (...args: unknown[]) => unknown) =>
  (right: Call): Call =>
  (...args) => {
    try {
      return right(...args);
    } catch {
      return result(...args);
    }
  };

/** The same values, the gradient divided by how often the tensor was stretched. */
const averaged = (t: unknown, times: number, { ops, detach }: Tools): unknown => {
  const fixed = detach(t);
  return ops.add!(ops.mul!(ops.sub!(t, fixed, none), 1 / times, none), fixed, none);
};

const averagesGradient =
  (right: Call, tools: Tools): Call =>
  (a, b, o) => {
    const out = right(a, b, o);
    const times = count(out, tools) / count(b, tools);
    return times > 1 && tools.requiresGrad(b) ? right(a, averaged(b, times, tools), o) : out;
  };

/** By law: what a library does that breaks it. */
export const broadcastingFaults: Readonly<Record<string, readonly Fault[]>> = {
  'broadcasting/result-shape': [
    // Axes of size 1 at the front are lost.
    wrongOp('sub', (right, tools) => (a, b, o) => {
      const out = right(a, b, o);
      const shape = tools.shape(out);
      return shape[0] === 1 ? reshaped(out, shape.slice(1), tools) : out;
    }),
  ],
  'broadcasting/equals-expansion': [wrongFamily(equalsExpansion, alignedAtFirst)],
  'broadcasting/reads-stretched-element': [wrongOp('sub', longestFirst)],
  'broadcasting/leading-axes': [
    // Ranks up to 4 are all that was thought of.
    wrongOp('mul', (right, tools) => (a, b, o) => {
      if (Math.max(rank(a, tools), rank(b, tools)) > 4) throw new Error('rank 5 is not supported');
      return right(a, b, o);
    }),
  ],
  'broadcasting/size-one-axes': [
    // An axis of size 1 at the end of both operands is dropped.
    wrongOp('add', (right, tools) => (a, b, o) => {
      const last = (t: unknown) => tools.shape(t).at(-1) === 1 && rank(t, tools) > 1;
      if (!last(a) || !last(b)) return right(a, b, o);
      const out = right(a, b, o);
      return reshaped(out, tools.shape(out).slice(0, -1), tools);
    }),
  ],
  'broadcasting/zero-size': [
    // The larger of two sizes wins, so that a size 1 is left beside a 0.
    wrongOp('mul', (right, tools) => (a, b, o) => {
      const out = right(a, b, o);
      return count(out, tools) === 0 && count(b, tools) === 1 ? b : out;
    }),
    // Where there is nothing to compute, nothing is checked.
    wrongOp('div', (right, tools) => instead((a) => (count(a, tools) === 0 ? a : tools.ops.neg!(a, none)))(right)),
  ],
  'broadcasting/incompatible-raises': [
    wrongFamily(
      incompatibleRaises,
      instead((a) => a),
    ),
  ],
  'broadcasting/commutes': [
    // The second operand decides, and the first is not stretched to it.
    wrongOp(
      'add',
      (right, { shape }) =>
        (a, b, o) =>
          right(a, shape(b).length > shape(a).length ? a : b, o),
    ),
  ],
  'broadcasting/de-morgan': [
    // Fractions below one are taken for zero.
    wrongOp('logical_and', (right, tools) => (a, b, o) => right(whole(a, tools), whole(b, tools), o)),
  ],
  'broadcasting/associates': [
    // Of two operands the shorter is aligned at the last axis if it stands behind, at the first if in front.
    wrongOp('add', (right, tools) => (a, b, o) => alignedAtFirst(right, tools)(b, a, o)),
  ],
  'broadcasting/numbers': [
    // A number on the left is taken for one on the right.
    wrongOp(
      'sub',
      (right, { isTensor }) =>
        (a, b, o) =>
          isTensor(a) ? right(a, b, o) : right(b, a, o),
    ),
    // There is no rank 0: two 0-d tensors give a vector.
    wrongOp('mul', (right, tools) => (a, b, o) => {
      const out = right(a, b, o);
      const scalars = tools.isTensor(a) && tools.isTensor(b) && rank(out, tools) === 0;
      return scalars ? reshaped(out, [1], tools) : out;
    }),
  ],
  'broadcasting/dtype-apart': [
    // A single element counts as a 0-d tensor does.
    wrongFamily(dtypeApart, (right, tools) => (a, b, o) => {
      const out = right(a, b, o);
      if (rank(b, tools) === 0 || count(b, tools) !== 1) return out;
      return reshaped(right(a, reshaped(b, [], tools), o), tools.shape(out), tools);
    }),
  ],
  'broadcasting/comparisons-stretch': [wrongOp('lt', longestFirst)],
  'broadcasting/pow-stretches': [wrongOp('pow', longestFirst)],
  'broadcasting/where-stretches-three': [
    // The condition has to have the shape of the result.
    wrongOp('where', (right, tools) => (s, a, b, o) => {
      if (rank(s, tools) < Math.max(rank(a, tools), rank(b, tools))) throw new Error('the condition has another shape');
      return right(s, a, b, o);
    }),
    // Of a condition that is stretched, only what holds everywhere counts.
    wrongOp('where', (right, tools) => (s, a, b, o) => {
      const all = tools.values(s).every((holds) => holds === true);
      return count(s, tools) === count(right(s, a, b, o), tools)
        ? right(s, a, b, o)
        : right(tools.ops.tensor!(all, none), a, b, o);
    }),
  ],
  'broadcasting/in-place-target': [
    // Instead of raising, nothing is done.
    wrongOp(
      'add_',
      instead((a) => a),
    ),
    // The target is cleared before the shapes are looked at.
    wrongOp('mul_', (right, { ops }) => (a, b, o) => {
      try {
        return right(a, b, o);
      } catch (error) {
        ops.zero_!(a, none);
        throw error;
      }
    }),
  ],
  'broadcasting/in-place-other': [wrongFamily(inPlaceOther, alignedAtFirst)],
  'broadcasting/gradient-sums': [wrongOp('mul', averagesGradient)],
};
