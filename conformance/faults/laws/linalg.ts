import { readAll } from '../every-op.ts';
import { type Fault, wrongOp } from './fault.ts';

const none = {};

/** By law: what a library does that breaks it. */
export const linalgFaults: Readonly<Record<string, readonly Fault[]>> = {
  'linalg/inverse-times-matrix': [
    // The cofactors are not transposed.
    wrongOp('linalg.inv', (right, { ops, shape }) => (a, o) => {
      const out = right(a, o);
      return shape(a).length === 2 ? ops.T!(out, none) : out;
    }),
  ],
  'linalg/batches-are-matrices-alone': [
    // The first matrix of a batch stands for all.
    wrongOp('linalg.inv', (right, { ops, shape }) => (a, o) => {
      if (shape(a).length !== 3) return right(a, o);
      return ops.expand!(right(ops.getitem!(a, { index: [0] }), o), { size: [...shape(a)] });
    }),
  ],
  'linalg/determinant-of-product': [
    // One exchange of rows too many is counted.
    wrongOp('linalg.det', (right, { ops, shape }) => (a, o) => {
      const out = right(a, o);
      return shape(a).length === 2 && shape(a)[0]! % 2 === 0 ? ops.neg!(out, none) : out;
    }),
  ],
  'linalg/solution-solves': [
    // The option makes no difference where either would do.
    wrongOp('linalg.solve', (right, { shape }) => (a, b, o) => {
      readAll(o);
      const fits = shape(b).at(-2) === shape(a).at(-1) && shape(b).length > 1;
      return right(a, b, fits ? none : o);
    }),
  ],
  'linalg/factor-times-itself': [
    // The option makes no difference.
    wrongOp('linalg.cholesky', (right) => (a, o) => {
      readAll(o);
      return right(a, none);
    }),
  ],
  'linalg/cross-is-at-right-angles': [
    // The signs of a single product are lost.
    wrongOp('linalg.cross', (right, { ops, shape }) => (a, b, o) => {
      const out = right(a, b, o);
      return shape(a).length === 1 ? ops.abs!(out, none) : out;
    }),
  ],
};
