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
  'pointwise/fmin-is-fmax-of-negated': [
    // NaN wherever one is.
    wrongOp(
      'fmax',
      (_, { ops }) =>
        (x, y) =>
          ops.maximum!(x, y, none),
    ),
  ],
  'pointwise/copysign-takes-both': [
    // Changed where the second is negative, whatever the sign of the first is.
    wrongOp(
      'copysign',
      (right, { ops }) =>
        (x, y) =>
          ops.mul!(x, right(ops.ones_like!(x, none), y, none), none),
    ),
  ],
  'pointwise/atan2-finds-the-angle': [
    // Of the quotient, which does not tell a point from the one across.
    wrongOp(
      'atan2',
      (_, { ops }) =>
        (y, x) =>
          ops.atan!(ops.div!(y, x, none), none),
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
