/** How far apart two right implementations may be, by how far one of them moves when its inputs do. */

import { largest } from '../../compare/bound.ts';
import type { Dtype } from '../../values/case.ts';
import { isFloat } from '../../values/dtypes.ts';
import { formats, roundings } from '../../values/formats.ts';
import type { Observation } from '../../values/observation.ts';
import { sameValue } from './same-observation.ts';

type Tensor = Extract<Observation, { kind: 'tensor' }>;

/** How much further two sides may be apart than one of them moves. */
const SLACK = 8;

export interface Leeway {
  /** The largest number that the program is known to hold. */
  readonly scale: number;
  /** The unit roundoff of its coarsest dtype. */
  readonly unit: number;
  /** It is a gradient. */
  readonly gradient: boolean;
}

/** Whether two sides are no further apart than the first one moves, over its perturbed runs. */
export const withinSensitivity = (
  own: Observation,
  other: Observation,
  perturbed: readonly (Observation | undefined)[],
  leeway: Leeway,
): boolean => {
  // Where a perturbed input raises, or gives a tensor of another shape, the difference is between two worlds.
  if (perturbed.some((run) => run === undefined || run.kind !== own.kind)) return true;
  if (own.kind === 'host') return perturbed.some((run) => text(run!) !== text(own));
  if (own.kind !== 'tensor' || other.kind !== 'tensor') return false;
  const tensors = perturbed as readonly Tensor[];
  if (tensors.some(({ data }) => data.length !== own.data.length)) return true;
  const size = largest(Array.from(own.data));
  return Array.from(own.data).every((value, i) =>
    isWithin(
      value,
      other.data[i]!,
      tensors.map(({ data }) => data[i]!),
      own.dtype,
      size,
      leeway,
    ),
  );
};

type Value = number | bigint | boolean;

const isWithin = (
  own: Value,
  other: Value,
  perturbed: readonly Value[],
  dtype: Dtype,
  size: number,
  { scale, unit, gradient }: Leeway,
): boolean => {
  if (sameValue(own, other)) return true;
  if (!isFloat(dtype)) return perturbed.some((run) => !sameValue(run, own));
  const [a, b] = [Number(own), Number(other)];
  const runs = perturbed.map(Number);
  if (!Number.isFinite(a) || !Number.isFinite(b))
    return runs.some(
      (run) => Number.isFinite(run) !== Number.isFinite(a) || (!Number.isFinite(a) && !Object.is(run, a)),
    );
  const spread = Math.max(...runs.map((run) => (Number.isFinite(run) ? Math.abs(run - a) : Number.POSITIVE_INFINITY)));
  // What went through a coarser dtype, or is of one, may have been rounded to it at the size of what was added up; so may
  // the terms of a gradient, of which no name tells. Elsewhere a 1 may stand on the way, as in the loss of a class that is all but
  // certain: what is added to it loses what is small beside it.
  const roundoff = 2 ** -formats[dtype].precision;
  const onTheWay = gradient || roundoff > 2 ** -24 || unit > roundoff ? 4 * scale * unit : 4 * roundoff;
  return Math.abs(a - b) <= roundings[dtype] * (Math.abs(a) + size) + SLACK * spread + onTheWay;
};

const text = (one: Observation): string =>
  one.kind === 'host' ? JSON.stringify(one.value, (_, v: unknown) => (typeof v === 'bigint' ? String(v) : v)) : '';
