/** What numbers tell of a difference. */
import type { TensorValue } from '../../values/case.ts';
import { type FloatDtype, isFloat } from '../../values/dtypes.ts';
import { flatten } from '../../values/element.ts';
import { formats } from '../../values/formats.ts';
import type { Difference, Mismatch } from '../../values/verdict.ts';
import type { Sight } from './corner.ts';

export const isNumber = (element: Difference['expected']): boolean => typeof element === 'number' || element === '-0';

/** All elements that are told as different are not finite on one side. */
export const notFinite = ({ differences = [] }: Mismatch): boolean =>
  differences.length > 0 && differences.every(({ expected, got }) => !isNumber(expected) || !isNumber(got));

/** Some of them are not: what is not exact may differ beside them. */
export const partlyFinite = ({ differences = [] }: Mismatch): boolean =>
  differences.some(({ expected, got }) => !isNumber(expected) || !isNumber(got));

/** Below the smallest normal number of a dtype, and not 0. */
export const isTiny = (of: FloatDtype, x: number): boolean => x !== 0 && Math.abs(x) < 2 ** formats[of].minExponent;

/** Some input that a difference is computed from is below the smallest normal number of its dtype. */
export const holdsTiny = ({ program: { inputs } }: Sight): boolean =>
  Object.values(inputs).some(
    ({ dtype, data }) => isFloat(dtype) && flatten(data).some((x) => isTiny(dtype, Number(x))),
  );

/** The floating tensors that a difference is computed from, but for what differs itself: inputs, and what was made of them. */
export const floatsIn = ({
  program: { inputs },
  oracle,
  all,
}: Sight): readonly { readonly dtype: FloatDtype; readonly data: readonly number[] }[] => {
  const differ = new Set(all.map(({ name }) => name));
  const given = Object.values(inputs).map(({ dtype, data }: TensorValue) => ({
    dtype,
    data: flatten(data).map(Number),
  }));
  const made = Object.entries(oracle).flatMap(([name, seen]) =>
    seen.kind !== 'tensor' || differ.has(name) ? [] : [{ dtype: seen.dtype, data: Array.from(seen.data, Number) }],
  );
  return [...given, ...made].flatMap(({ dtype, data }) => (isFloat(dtype) ? [{ dtype, data }] : []));
};

/** Whether nothing is further off than such a part of itself. */
export const within = (part: number, { differences = [] }: Mismatch): boolean =>
  differences.length > 0 &&
  differences.every(({ expected, got }) => {
    const [a, b] = [Number(expected), Number(got)];
    return Math.abs(a - b) <= part * Math.max(Math.abs(a), Math.abs(b));
  });
