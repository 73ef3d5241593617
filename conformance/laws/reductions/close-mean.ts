import type { Tolerance } from '../../values/case.ts';

/** Of whole numbers up to 6, of which no mean of up to 27 but 0 is below 0.03. */
export const closeMean: Tolerance = {
  abs: 1e-5,
  why: 'a library may sum the n quotients, each rounded: n sums up to 6/n times n roundings of 2^-24, n up to 27',
};
