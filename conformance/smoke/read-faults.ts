import type { TensorData } from '../adapter/contract.ts';
import { isPromise } from '../evaluate/task.ts';
import { suggestion } from '../load/nearest.ts';
import type { Dtype } from '../values/case.ts';
import { allDtypes, isDtype } from '../values/dtypes.ts';
import { observe } from '../values/element.ts';
import { Broken } from './ending.ts';

/** Elements in a message, cut to the first few. */
export const listed = (data: ArrayLike<unknown>): string => {
  const shown = Array.from({ length: Math.min(8, data.length) }, (_, i) => String(data[i]));
  return `[${shown.join(', ')}${data.length > 8 ? `, … ${data.length} in all` : ''}]`;
};

/** What keeps the `dtype` that `read` gave from being one. */
export const dtypeFault = (dtype: unknown): Broken | undefined => {
  if (isDtype(dtype)) return undefined;
  const hint = typeof dtype === 'string' ? suggestion(dtype, allDtypes) : '';
  return new Broken(
    `read gave the dtype ${typeof dtype === 'string' ? JSON.stringify(dtype) : String(dtype)}${hint}`,
    `translate the library's own names in read; the suite knows ${allDtypes.join(', ')}`,
  );
};

export const shapeFault = (shape: unknown): Broken | undefined => {
  if (Array.isArray(shape) && shape.every((length) => Number.isInteger(length) && length >= 0)) return undefined;
  const got = isPromise(shape) ? 'a promise' : Array.isArray(shape) ? listed(shape) : String(shape);
  return new Broken(`read gave the shape ${got}`, 'give an array of whole numbers, [] for a 0-d tensor');
};

const flatSize = (shape: readonly number[]): number => shape.reduce((product, length) => product * length, 1);

export const dataFault = (data: unknown, shape: readonly number[]): Broken | undefined => {
  if (isPromise(data)) return new Broken('read gave a promise as data', 'await it: data: await t.data()');
  const length = typeof data === 'string' ? undefined : (data as { length?: unknown } | undefined | null)?.length;
  if (typeof length !== 'number')
    return new Broken(`read gave ${String(data)} as data`, 'give an array or a typed array, for a 0-d tensor one of 1');
  const flat = data as ArrayLike<unknown>;
  if (Array.isArray(flat[0])) return new Broken('read gave nested data', 'flatten it: data.flat(Infinity)');
  return length === flatSize(shape)
    ? undefined
    : new Broken(
        `read gave ${length} elements for the shape [${shape.join(', ')}]`,
        'give all elements of t, and no more, in row-major order',
      );
};

/** Whether elements are what was expected of this dtype, in the terms of the judge. */
export const same = (data: TensorData['data'], expected: ArrayLike<unknown>, dtype: Dtype): boolean =>
  data.length === expected.length &&
  Array.from(data).every((element, i) => Object.is(observe(element, dtype), observe(expected[i], dtype)));
