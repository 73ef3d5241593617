import type { numpy as np } from '@jax-js/jax';
import { unsupported } from '../../adapter/contract.ts';
import type { T } from './array.ts';

type Dims = number | readonly number[] | undefined;
export interface Reduction {
  readonly dim?: Dims;
  readonly axis?: Dims;
  readonly keepdim?: boolean | undefined;
  readonly keepdims?: boolean;
}

export const axisOf = ({ dim, axis }: Reduction): number | number[] | null => {
  const given = dim ?? axis ?? null;
  return typeof given !== 'object' || given === null ? given : [...given];
};
export const keepOf = ({ keepdim, keepdims }: Reduction): { keepdims?: boolean } => {
  const keep = keepdim ?? keepdims;
  return keep === undefined ? {} : { keepdims: keep };
};
export const reduction =
  (f: (x: T, axis: number | number[] | null, options: { keepdims?: boolean }) => T) =>
  (x: T, o: Reduction): T =>
    f(x.ref, axisOf(o), keepOf(o));
interface Spread extends Reduction {
  readonly unbiased?: boolean;
  readonly correction?: number | null;
}
/** Absent, the correction is jax-js's own: 0, where PyTorch's is 1. */
export const spread =
  (f: typeof np.std) =>
  (x: T, { unbiased, correction, ...o }: Spread): T => {
    if (unbiased !== undefined && correction !== undefined) return unsupported('unbiased beside correction');
    const given = unbiased === undefined ? correction : Number(unbiased);
    return f(x.ref, axisOf(o), { ...keepOf(o), ...(typeof given === 'number' && { correction: given }) });
  };
