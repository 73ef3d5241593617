import type { Fault } from './fault.ts';
import { wrong } from './reduced.ts';

const none = {};

/** By law: what a library does that breaks it, of truths and running products. */
export const truthsFaults: Readonly<Record<string, readonly Fault[]>> = {
  'reductions/cumprod-ends-in-prod': [
    // In the dtype of the elements.
    wrong('cumprod', (right, x, options, { ops, dtype }) => ops.to!(right(x, options), { dtype: dtype(x) })),
  ],
  'reductions/all-or-any-of-not': [
    // What is below 0 is no truth, nor is NaN.
    wrong('any', (right, x, options, { ops }) => right(ops.gt!(x, 0, none), options)),
    // Half is none of an integer.
    wrong('all', (right, x, options, { ops }) => right(ops.to!(x, { dtype: 'int32' }), options)),
  ],
};
