/** Axes under the names that calls end in. */
import type { Literal } from '../../values/case.ts';
import type { Shape } from '../call.ts';

export type Axis = readonly [name: string, dim: Literal];

/** `d1` counts from the front, `m1` from the end. */
const axis = (k: number): string => (k < 0 ? `m${-k}` : `d${k}`);

export const fromTheFront = ({ length: rank }: Shape): readonly Axis[] =>
  Array.from({ length: rank }, (_, k): Axis => [axis(k), k]);

export const fromTheEnd = ({ length: rank }: Shape): readonly Axis[] =>
  Array.from({ length: rank }, (_, k): Axis => [axis(k - rank), k - rank]);

/** Every pair of axes, one counted from either end. */
export const pairs = ({ length: rank }: Shape): readonly Axis[] => {
  const both = Array.from({ length: rank }, (_, k) =>
    Array.from(
      { length: rank - k - 1 },
      (_, j): Axis => [`${axis(k)}${axis(k + j + 1 - rank)}`, [k, k + j + 1 - rank]],
    ),
  );
  return both.flat();
};
