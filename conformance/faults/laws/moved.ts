/** Libraries that put elements elsewhere than where an op puts them. */
import { type Fault, wrongOp } from './fault.ts';

type Options = Readonly<Record<string, unknown>>;

/** What is told to `tile` in full is told to it from the first axis. */
const fromTheFront = (by: readonly number[], rank: number): readonly number[] =>
  by.length < rank ? [...by, ...new Array<number>(rank - by.length).fill(1)] : by;

/** By law: what a library does that breaks it. */
export const movedFaults: Readonly<Record<string, readonly Fault[]>> = {
  'shape/flip-reads-backwards': [
    // An empty list is none, and none is all.
    wrongOp('flip', (right, { shape }) => (t, o) => {
      const { dims } = o as { dims: number[] };
      return right(t, { dims: dims.length === 0 ? shape(t).map((_, k) => k) : dims });
    }),
    // Of several axes the last is left as it is.
    wrongOp('flip', (right) => (t, o) => {
      const { dims } = o as { dims: number[] };
      return right(t, { dims: dims.slice(0, Math.max(1, dims.length - 1)) });
    }),
  ],
  'shape/roll-moves-on': [
    // The other way.
    wrongOp('roll', (right) => (t, o) => right(t, { ...(o as Options), shifts: -(o as { shifts: number }).shifts })),
    // Without an axis, along the last.
    wrongOp('roll', (right) => (t, o) => right(t, 'dims' in (o as Options) ? o : { ...(o as Options), dims: -1 })),
    // A shift beyond the size moves nothing.
    wrongOp('roll', (right, { shape }) => (t, o) => {
      const { shifts, dims } = o as { shifts: number; dims?: number };
      const beyond = dims !== undefined && Math.abs(shifts) > shape(t).at(dims)!;
      return right(t, beyond ? { shifts: 0, dims } : o);
    }),
  ],
  'shape/turn-is-flip-and-transpose': [
    // Clockwise.
    wrongOp('rot90', (right) => (t, o) => right(t, { ...(o as Options), k: -((o as { k?: number }).k ?? 1) })),
    // A plane is the same in either order of its axes.
    wrongOp('rot90', (right, { shape }) => (t, o) => {
      const { k = 1, dims = [0, 1] } = o as { k?: number; dims?: number[] };
      const rank = shape(t).length;
      return right(t, { k, dims: dims.map((dim) => (dim + rank) % rank).sort((a, b) => a - b) });
    }),
  ],
  'shape/repeat-is-cat-of-copies': [
    // Element by element.
    wrongOp('repeat', (right, { ops, shape }) => (t, o) => {
      const { repeats } = o as { repeats: number[] };
      const at = repeats.findIndex((n) => n > 1);
      return at === -1 || repeats.length > shape(t).length
        ? right(t, o)
        : ops.repeat_interleave!(t, repeats[at]!, { dim: at });
    }),
  ],
  'shape/tile-is-cat-of-copies': [
    wrongOp('tile', (right, { shape }) => (t, o) => {
      const { dims } = o as { dims: number[] };
      return right(t, { dims: fromTheFront(dims, shape(t).length) });
    }),
  ],
  'shape/repeat-interleave-shows-each-in-a-row': [
    // Whole copies.
    wrongOp('repeat_interleave', (right, { ops, shape }) => (t, times, o) => {
      const { dim } = o as { dim?: number };
      if (dim === undefined) return right(t, times, o);
      return ops.repeat!(t, {
        repeats: shape(t).map((_, k, all) => (k === (dim + all.length) % all.length ? times : 1)),
      });
    }),
    // Without an axis, along the first.
    wrongOp('repeat_interleave', (right) => (t, times, o) => right(t, times, { dim: 0, ...(o as Options) })),
  ],
  'shape/tril-keeps-one-side': [
    // The diagonal counts downwards.
    wrongOp('tril', (right) => (t, o) => right(t, { diagonal: -((o as { diagonal?: number }).diagonal ?? 0) })),
    // The product with a matrix of ones and zeros: NaN stays, and 0 gets the sign.
    wrongOp('tril', (right, { ops }) => (t, o) => {
      const ones = right(ops.ones_like!(t, {}), o);
      return ops.mul!(t, ones, {});
    }),
  ],
  'shape/triu-keeps-one-side': [
    // Without the diagonal itself.
    wrongOp('triu', (right) => (t, o) => right(t, { diagonal: ((o as { diagonal?: number }).diagonal ?? 0) + 1 })),
  ],
};
