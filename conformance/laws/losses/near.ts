import type { Dtype, Tolerance } from '../../values/case.ts';

/** Of a loss that is reached in two ways. */
export const near = (dtype: Dtype): Tolerance => {
  const bound = dtype === 'float64' ? 1e-11 : 1e-5;
  return { rtol: bound, normwise: bound };
};
