/** Libraries that take, write and add elsewhere than where an index says. */
import { type Fault, wrongOp } from './fault.ts';

type Options = Readonly<Record<string, unknown>>;

/** By law: what a library does that breaks it. */
export const placesFaults: Readonly<Record<string, readonly Fault[]>> = {
  'shape/gather-picks-along-one-axis': [
    // Along the last axis, whatever is asked.
    wrongOp('gather', (right, { shape }) => (x, i, o) => {
      const sizes = shape(x);
      const fits = shape(i).every((n, k) => k === sizes.length - 1 || n <= sizes[k]!);
      return right(x, i, fits ? { ...(o as Options), dim: -1 } : o);
    }),
    // Whole slices, as the first line of the index says.
    wrongOp('take_along_dim', (right, { ops, shape }) => (x, i, o) => {
      const { dim } = o as { dim: number };
      const rank = shape(i).length;
      const at = (dim + rank) % rank;
      let first = i;
      for (let k = 0; k < rank; k++) if (k !== at) first = ops.narrow!(first, { dim: k, start: 0, length: 1 });
      return right(x, ops.expand!(first, { size: shape(i) }), o);
    }),
  ],
  'shape/scatter-undoes-gather': [
    // By the index read as an order to take from.
    wrongOp(
      'scatter',
      (_, { ops }) =>
        (x, i, src, o) =>
          ops.add!(ops.mul!(x, 0, {}), ops.gather!(src, i, o), {}),
    ),
  ],
  'shape/index-select-picks-slices': [
    // Each slice once, in the order of the axis.
    wrongOp('index_select', (right, { ops, values }) => (x, i, o) => {
      const sorted = values(i)
        .map(Number)
        .toSorted((a, b) => a - b);
      return right(x, sorted.length === 0 ? i : ops.tensor!(sorted, { dtype: 'int64' }), o);
    }),
  ],
  'shape/index-fill-writes-slices': [
    // A negative index names the first.
    wrongOp('index_fill', (right, { ops, values }) => (x, i, value, o) => {
      const places = values(i).map((place) => Math.max(0, Number(place)));
      return right(x, places.length === 0 ? i : ops.tensor!(places, { dtype: 'int64' }), value, o);
    }),
  ],
  'shape/adds-at-places': [
    // What goes to one place several times overwrites what went there before.
    wrongOp(
      'scatter_add',
      (_, { ops }) =>
        (x, i, src, o) =>
          ops.scatter!(x, i, ops.add!(ops.gather!(x, i, o), src, {}), o),
    ),
    // Each named slice counts once.
    wrongOp('index_add', (right, { ops, values, shape }) => (x, i, source, o) => {
      const places = values(i).map(Number);
      const { dim } = o as { dim: number };
      const last = places.map((place, k) => (places.lastIndexOf(place) === k ? 1 : 0));
      const factors = ops.reshape!(ops.tensor!(last, { dtype: 'int64' }), {
        shape: shape(source).map((_, k, all) => (k === (dim + all.length) % all.length ? places.length : 1)),
      });
      return right(x, i, ops.mul!(source, factors, {}), o);
    }),
  ],
  'shape/found-by-mask': [
    // Column by column.
    wrongOp(
      'masked_select',
      (right, { ops, shape }) =>
        (x, m, o) =>
          shape(x).length === 2 ? right(ops.T!(x, {}), ops.T!(m, {}), o) : right(x, m, o),
    ),
    // A 0-d tensor counts as a vector.
    wrongOp(
      'nonzero',
      (right, { ops, shape }) =>
        (x, o) =>
          right(shape(x).length === 0 ? ops.unsqueeze!(x, { dim: 0 }) : x, o),
    ),
  ],
};
