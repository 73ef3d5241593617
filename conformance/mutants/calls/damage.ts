/** What becomes of single elements in a wrong result. */
import type { Dtype } from '../../values/case.ts';
import { isFloat } from '../../values/dtypes.ts';
import type { Elements } from './memory.ts';

/** Changes elements in place. */
export type Damage = (y: Elements) => void;
export type Element = number | bigint;

const HIGHEST: Readonly<Partial<Record<Dtype, number>>> = { uint8: 255, int8: 127, int16: 32767, int32: 2147483647 };

/** Another value that the dtype holds, so near that only a look at it tells: 1 % off, one more, the other truth. */
export function off(dtype: Dtype, v: Element): Element {
  if (typeof v === 'bigint') return BigInt.asIntN(64, v + 1n);
  if (dtype === 'bool') return 1 - v;
  if (!isFloat(dtype)) return v === HIGHEST[dtype] ? v - 1 : v + 1;
  if (!Number.isFinite(v)) return 0;
  if (v === 0) return dtype === 'float16' || dtype === 'bfloat16' ? 0.125 : 0.01;
  // A power of two is exact in few digits.
  if (dtype === 'float16' || dtype === 'bfloat16') return Math.abs(v) > 1024 ? v / 2 : v * 2;
  return dtype === 'float32' ? Math.fround(v * 1.01) : v * 1.01;
}

/** What stands for a special value in a library that does not know them. */
export const spoilt = (dtype: Dtype, v: Element): Element => {
  if (!isFloat(dtype)) return off(dtype, v);
  return Number.isNaN(v) ? 0 : Number.NaN;
};

export const zeroOf = (v: Element): Element => (typeof v === 'bigint' ? 0n : 0);

/** What memory holds that nobody wrote to: 0, or, where 0 is right, what was there before. */
export const unwritten = (dtype: Dtype, v: Element): Element => (v === zeroOf(v) ? off(dtype, v) : zeroOf(v));

/** Changes the elements at some places. */
export const at =
  (places: (i: number, n: number) => boolean, change: (dtype: Dtype, v: Element) => Element): Damage =>
  ({ dtype, data }) => {
    for (let i = 0; i < data.length; i++) if (places(i, data.length)) data[i] = change(dtype, data[i]!);
  };

/** Changes all of them. */
export const all = (change: (dtype: Dtype, v: Element) => Element): Damage => at(() => true, change);
