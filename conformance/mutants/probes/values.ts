/** Calls of other dtypes and values. */
import type { Dtype } from '../../values/case.ts';
import { allDtypes, isFloat } from '../../values/dtypes.ts';
import { withElements, withParts } from './part.ts';
import type { Part, Sample } from './samples.ts';

const cast = (dtype: Dtype, v: number | bigint): number | bigint => {
  const n = Number(v);
  if (dtype === 'int64') return Number.isFinite(n) ? BigInt(Math.trunc(n)) : 0n;
  if (dtype === 'bool') return n === 0 ? 0 : 1;
  if (isFloat(dtype)) return n;
  const whole = Number.isFinite(n) ? Math.trunc(n) : 0;
  return dtype === 'uint8' ? Math.abs(whole) % 100 : whole % 100;
};

/** Values that only some dtype tells apart. */
const FINE: Readonly<Partial<Record<Dtype, readonly (number | bigint)[]>>> = {
  int64: [9007199254740993n, 4294967297n, -9007199254740995n],
  int32: [16777217, 2147483647, -16777219],
  float64: [0.1, 1 / 3, 1e-13, -2 / 3],
  float32: [1e-7, 0.3, -1e-8],
};

export function* ofDtype(sample: Sample): Iterable<Sample> {
  for (const dtype of allDtypes) {
    const change = (part: Part): Part =>
      withElements(
        part,
        part.elements.shape,
        part.elements.data.map((v) => cast(dtype, v)),
        dtype,
      );
    yield withParts(sample, change);
    for (let i = 0; i < sample.parts.size; i++) yield withParts(sample, (part, j) => (i === j ? change(part) : part));
    const fine = FINE[dtype];
    if (fine !== undefined)
      yield withParts(sample, (part) => {
        const other = change(part);
        return withElements(
          other,
          other.elements.shape,
          other.elements.data.map((_, k) => fine[k % fine.length]!),
          dtype,
        );
      });
  }
}

const SPECIAL = [Number.NaN, Infinity, -Infinity, 0, -0, 1, -1, 1e-40, 3e38, 2.5];

export function* special(sample: Sample): Iterable<Sample> {
  const floats = [...sample.parts.values()].map(({ elements }) => isFloat(elements.dtype));
  for (let i = 0; i < floats.length; i++) {
    if (!floats[i]) continue;
    for (const v of SPECIAL) {
      yield withParts(sample, (part, j) =>
        i === j
          ? withElements(
              part,
              part.elements.shape,
              part.elements.data.map(() => v),
            )
          : part,
      );
      for (const place of [0, 1, -1])
        yield withParts(sample, (part, j) => {
          const n = part.elements.data.length;
          const k = place < 0 ? n - 1 : place;
          return i === j && k >= 0 && k < n
            ? withElements(part, part.elements.shape, part.elements.data.with(k, v))
            : part;
        });
    }
  }
  if (floats.filter(Boolean).length < 2) return;
  const pairs = SPECIAL.flatMap((a) => SPECIAL.map((b) => [a, b] as const));
  yield withParts(sample, (part, j) =>
    floats[j] && j < 2
      ? withElements(
          part,
          [pairs.length],
          pairs.map((pair) => pair[j]!),
        )
      : part,
  );
}

/** Values that are small, and their exponentials too. */
export function* small(sample: Sample): Iterable<Sample> {
  for (const by of [1e-3, 1e-7, 1e-14]) yield withParts(sample, (part) => scaled(part, (v) => v * by));
  for (const to of [-20, -40, 30]) yield withParts(sample, (part) => scaled(part, (v) => v / 8 + to));
}
const scaled = (part: Part, change: (v: number) => number): Part =>
  isFloat(part.elements.dtype)
    ? withElements(
        part,
        part.elements.shape,
        part.elements.data.map((v) => change(v as number)),
      )
    : part;

export function* smallOfDtype(sample: Sample): Iterable<Sample> {
  for (const one of ofDtype(sample)) yield* small(one);
}
