import type { Dtype, Nested } from '../values/case.ts';
import { child, type Report, shown } from './fault.ts';

type Integer = 'uint8' | 'int8' | 'int16' | 'int32' | 'int64';
type Floating = 'float16' | 'bfloat16' | 'float32' | 'float64';

const INTEGERS: Readonly<Record<Integer, readonly [low: bigint, high: bigint]>> = {
  uint8: [0n, 255n],
  int8: [-128n, 127n],
  int16: [-32768n, 32767n],
  int32: [-(2n ** 31n), 2n ** 31n - 1n],
  int64: [-(2n ** 63n), 2n ** 63n - 1n],
};

/** The least magnitude that rounds to infinity: the greatest finite value and half a unit in its last place. */
const OVERFLOW: Readonly<Record<Floating, number>> = {
  float16: 65520,
  bfloat16: 2 ** 128 - 2 ** 119,
  float32: 2 ** 128 - 2 ** 103,
  float64: Number.POSITIVE_INFINITY,
};

const SPECIAL = new Set(['NaN', 'Infinity', '-Infinity', '-0']);

const integerFault = (dtype: Integer, element: unknown): string | undefined => {
  const [low, high] = INTEGERS[dtype];
  if (Object.is(element, -0)) return 'expected 0: an integer has no negative zero';
  if (typeof element === 'number') {
    if (!Number.isInteger(element)) return `expected an integer (${dtype}), got ${shown(element)}`;
    if (!Number.isSafeInteger(element)) return `expected an integer beyond ±(2^53−1) as text, got ${shown(element)}`;
    return element >= low && element <= high
      ? undefined
      : `expected an integer from ${low} to ${high} (${dtype}), got ${element}`;
  }
  if (typeof element !== 'string' || !/^-?[1-9]\d*$/.test(element))
    return `expected an integer (${dtype}), got ${shown(element)}`;
  const big = BigInt(element);
  if (Number.isSafeInteger(Number(big)))
    return `expected the bare number ${element}: only integers beyond ±(2^53−1) are text`;
  return big >= low && big <= high
    ? undefined
    : `expected an integer from ${low} to ${high} (${dtype}), got ${element}`;
};

const floatFault = (dtype: Floating, element: unknown): string | undefined => {
  if (typeof element === 'string')
    return SPECIAL.has(element)
      ? undefined
      : `expected a number, "NaN", "Infinity", "-Infinity" or "-0", got ${shown(element)}`;
  if (typeof element !== 'number') return `expected a number (${dtype}), got ${shown(element)}`;
  if (Object.is(element, -0)) return 'expected "-0" as text: a bare -0 is lost by many JSON readers';
  if (!Number.isFinite(element)) return `a number beyond float64's range; write "Infinity" or "-Infinity"`;
  return Math.abs(element) < OVERFLOW[dtype]
    ? undefined
    : `expected a number within ${dtype}'s finite range, got ${shown(element)}`;
};

/** What is wrong with one element of a dtype, or undefined. */
export const elementFault = (dtype: Dtype, element: unknown): string | undefined => {
  if (dtype === 'bool')
    return typeof element === 'boolean' ? undefined : `expected true or false (bool), got ${shown(element)}`;
  return dtype in INTEGERS ? integerFault(dtype as Integer, element) : floatFault(dtype as Floating, element);
};

/** Checks nested data against a shape and each element against the dtype. Paths are made for faults only: elements are many. */
export const checkData = (
  dtype: Dtype,
  shape: readonly number[],
  data: Nested<unknown>,
  path: string,
  report: Report,
  axis: number = 0,
): void => {
  const size = shape[axis];
  if (size === undefined) {
    const fault = leafFault(dtype, shape, data);
    if (fault !== undefined) report(path, fault);
  } else if (!Array.isArray(data) || data.length !== size) {
    const got = Array.isArray(data) ? data.length : shown(data);
    report(
      path,
      `does not fit its shape: expected a list of ${size} along axis ${axis} of ${shown(shape)}, got ${got}`,
    );
  } else if (axis === shape.length - 1) {
    for (let i = 0; i < size; i++) {
      const fault = leafFault(dtype, shape, data[i]);
      if (fault !== undefined) report(child(path, i), fault);
    }
  } else {
    for (let i = 0; i < size; i++) checkData(dtype, shape, data[i], child(path, i), report, axis + 1);
  }
};

/** Checks the numbers that a tensor repeats: no more than it has elements, and each against the dtype. */
export const checkRepeats = (
  dtype: Dtype,
  shape: readonly number[],
  repeats: readonly unknown[],
  path: string,
  report: Report,
): void => {
  const size = shape.reduce((n, axis) => n * axis, 1);
  if (repeats.length > size)
    report(path, `expected at most ${size} numbers, the elements of ${shown(shape)}, got ${repeats.length}`);
  for (const [i, element] of repeats.entries()) {
    const fault = elementFault(dtype, element);
    if (fault !== undefined) report(child(path, i), fault);
  }
};

const leafFault = (dtype: Dtype, shape: readonly number[], element: unknown): string | undefined =>
  Array.isArray(element)
    ? `expected one element, because the shape ${shown(shape)} ends here, got a list`
    : elementFault(dtype, element);

/** Checks an input: its data, and that only a floating tensor asks for gradients. */
export const checkTensor = (
  tensor: {
    readonly dtype: Dtype;
    readonly shape: readonly number[];
    readonly data?: Nested<unknown>;
    readonly repeats?: readonly unknown[];
    readonly requires_grad?: boolean;
  },
  path: string,
  report: Report,
): void => {
  const { dtype, shape, data, repeats } = tensor;
  if (repeats === undefined) checkData(dtype, shape, data as Nested<unknown>, child(path, 'data'), report);
  else checkRepeats(dtype, shape, repeats, child(path, 'repeats'), report);
  if (tensor.requires_grad === true && !(tensor.dtype in OVERFLOW))
    report(child(path, 'requires_grad'), `expected a floating dtype, got ${tensor.dtype}`);
};
