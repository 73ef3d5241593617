import { type Fault, wrongOp } from './fault.ts';

const none = {};

/** By law: what a library does that breaks it. */
export const pointwiseFaults: Readonly<Record<string, readonly Fault[]>> = {
  'pointwise/erf-and-erfc': [
    // Of the positive number, as of an even function.
    wrongOp(
      'erfc',
      (right, { ops }) =>
        (x) =>
          right(ops.abs!(x, none), none),
    ),
  ],
  'pointwise/lgamma-steps': [
    // Of the gamma function itself, which overflows.
    wrongOp(
      'lgamma',
      (right, { ops }) =>
        (x) =>
          ops.log!(ops.exp!(right(x, none), none), none),
    ),
  ],
  'pointwise/xlogy-is-product': [
    // What the formula says, and no more.
    wrongOp(
      'xlogy',
      (_, { ops }) =>
        (x, y) =>
          ops.mul!(x, ops.log!(y, none), none),
    ),
  ],
};
