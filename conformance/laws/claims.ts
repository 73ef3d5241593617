/** How a law says what must hold: expectations made from observations. */
import { nested } from '../arbitraries/tensor.ts';
import { written } from '../author/expectation.ts';
import type { ErrorKind, Expectation, Expected, Tolerance } from '../values/case.ts';
import { element } from '../values/decimal.ts';
import { observe } from '../values/element.ts';
import type { Observation } from '../values/observation.ts';

/** These names, and nothing else, must hold. */
export const all = (names: Readonly<Record<string, Expectation>>): Expected => ({ names });

/** All of these, or nothing where one says nothing. */
export const together = (names: Readonly<Record<string, Expectation | undefined>>): Expected | undefined => {
  const entries = Object.entries(names);
  return entries.every((entry): entry is [string, Expectation] => entry[1] !== undefined)
    ? all(Object.fromEntries(entries))
    : undefined;
};

/** The op at `op` raises, and none before it. */
export const raises = (kind: ErrorKind, op: number): Expected => ({ names: {}, error: { kind, op } });

/** The same dtype, shape and values as what was seen; exact unless a tolerance is given. */
export const same = (seen: Observation, tolerance: Tolerance = 'exact'): Expectation => {
  if (seen.kind !== 'tensor') return written(seen, undefined).expectation;
  if (seen.host) return { ...numberOf(seen), tolerance };
  return { ...written(inItsDtype(seen), undefined).expectation, tolerance };
};

/** The same, as near as the pages of the ops that made it ask for. */
export const derived = (seen: Observation): Expectation => {
  const { tolerance: _, ...rest } = same(seen);
  return rest;
};

/** A number of the host in place of a 0-d tensor: all its digits, and no dtype to compare with. */
const numberOf = (seen: Extract<Observation, { kind: 'tensor' }>): Expectation => {
  const all = seen.dtype === 'float32' ? { ...seen, dtype: 'float64' as const } : seen;
  const { dtype: _, ...rest } = written(all, undefined).expectation;
  return rest;
};

/** Some libraries keep booleans as 0 and 1, and int64 as float64: that is no difference. */
const inItsDtype = (seen: Observation): Observation => {
  if (seen.kind !== 'tensor') return seen;
  return { ...seen, data: Array.from(seen.data, (v) => observe(v, seen.dtype) ?? v) };
};

/** A tensor as seen, but with other values. */
export const valued = (
  seen: Extract<Observation, { kind: 'tensor' }>,
  values: readonly (number | bigint | boolean)[],
  tolerance: Tolerance,
): Expectation => ({
  dtype: seen.dtype,
  shape: seen.shape,
  data: nested(
    values.map((v) => element(v, seen.dtype)),
    seen.shape,
  ),
  tolerance,
});

/** A tensor observation, or undefined if the name holds something else. */
export const tensorOf = (seen: Observation | undefined): Extract<Observation, { kind: 'tensor' }> | undefined =>
  seen?.kind === 'tensor' ? seen : undefined;

/** The elements as float64 numbers. */
export const numbers = (seen: Observation | undefined): number[] =>
  Array.from(tensorOf(seen)?.data ?? [], (v) => Number(v));
