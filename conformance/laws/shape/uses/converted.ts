import fc from 'fast-check';
import { isFloat } from '../../../values/dtypes.ts';
import { on, type Uses } from './use.ts';

/** To another dtype, in which every small whole number has a place. */
export const converted: Uses = {
  families: [],
  draw: (dtype, _, { dtypes }) =>
    fc.constantFrom(...dtypes.filter((to) => to !== 'uint8' || !isFloat(dtype))).map((to) => on('to', { dtype: to })),
};
