import type { numpy as np } from '@jax-js/jax';

/** An array, or inside a differentiated function what stands for one. */
export type T = np.Array;
export type DType = np.DType;

/** Every function of jax-js consumes its arrays; what the suite holds is lent by a new reference. */
export const lent = <V extends T | number | boolean>(x: V): V => (typeof x === 'object' ? x.ref : x) as V;

/** The option that holds a dtype: what the adapter has declared is jax-js's. */
export const typed = (dtype: string | undefined): { dtype?: DType } =>
  dtype === undefined ? {} : { dtype: dtype as DType };
