/** Libraries that put elements in another order, or look them up otherwise. */
import { type Fault, wrongOp } from './fault.ts';

type Options = Readonly<Record<string, unknown>>;

/** By law: what a library does that breaks it. */
export const orderingFaults: Readonly<Record<string, readonly Fault[]>> = {
  'reductions/sorted-in-order': [
    // The largest first is the order turned around: equal elements are too.
    wrongOp('argsort', (right, { ops }) => (x, o) => {
      const { descending = false, dim = -1, ...rest } = o as { descending?: boolean; dim?: number };
      const plain = right(x, { dim, ...rest });
      return descending ? ops.flip!(plain, { dims: [dim] }) : plain;
    }),
    // Along the last axis, whatever is asked.
    wrongOp('sort', (right) => (x, o) => right(x, { ...(o as Options), dim: -1 })),
  ],
  'reductions/topk-begins-sort': [
    // In the order of the axis.
    wrongOp('topk', (right, { ops }) => (x, o) => {
      const [, indices] = right(x, o) as readonly unknown[];
      const { dim = -1 } = o as { dim?: number };
      const [places] = ops.sort!(indices, { dim }) as readonly unknown[];
      return [ops.gather!(x, places, { dim }), places];
    }),
    // The largest, whatever is asked.
    wrongOp('topk', (right) => (x, o) => right(x, { ...(o as Options), largest: true })),
  ],
  'reductions/searchsorted-counts': [
    // Before equal elements, whatever is asked.
    wrongOp('searchsorted', (right) => (s, x, o) => right(s, x, { ...(o as Options), right: false })),
  ],
  'reductions/isin-finds': [wrongOp('isin', (right) => (x, t, o) => right(x, t, { ...(o as Options), invert: false }))],
};
