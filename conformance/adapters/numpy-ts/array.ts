import type { NDArray, zeros } from 'numpy-ts';
import { unsupported } from '../../adapter/contract.ts';

/** What numpy-ts gives: an array, or where an array would have no axes, mostly a number. */
export type T = NDArray | number | bigint | boolean;

export type DType = NonNullable<Parameters<typeof zeros>[1]>;
/** A dtype option: what the adapter has declared is numpy-ts's. */
export const as = (dtype: string | undefined): DType | undefined => dtype as DType | undefined;

/** Its types let a function take no number in place of an array, also where one of its own functions gave the number. */
export const array = (x: T): NDArray => x as NDArray;
export const isArray = (x: T): x is NDArray => typeof x === 'object';

/** The second operand of numpy-ts's binary functions: an array or a `number`. */
export const second = (x: T): NDArray | number =>
  typeof x === 'boolean' || typeof x === 'bigint' ? unsupported(`a ${typeof x} as an operand of numpy-ts`) : x;

/** A number to write into an array: int64 takes only bigints. */
export const written = (into: NDArray, x: number | bigint | boolean): number | bigint | boolean =>
  into.dtype === 'int64' && typeof x === 'number' && Number.isInteger(x) ? BigInt(x) : x;

/** Results as numpy-ts types them include complex numbers, which no real argument gives. */
export const result = (x: unknown): T => x as T;
