/** How far apart two right implementations may be, by how far one of them moves when its inputs do. */
import type { Dtype } from '../../values/case.ts';
import { isFloat } from '../../values/dtypes.ts';
import { closeDefaults, formats } from '../../values/formats.ts';
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

/** Whether two things seen are no further apart than the first one moves, over `others`, when its inputs do. */
export const within = (
  said: Observation,
  got: Observation,
  others: readonly (Observation | undefined)[],
  leeway: Leeway,
): boolean => {
  // Where a moved input raises, or gives a tensor of another shape, the difference is between two worlds.
  if (others.some((other) => other === undefined || other.kind !== said.kind)) return true;
  if (said.kind === 'host') return others.some((other) => text(other!) !== text(said));
  if (said.kind !== 'tensor' || got.kind !== 'tensor') return false;
  const tensors = others as readonly Tensor[];
  if (tensors.some(({ data }) => data.length !== said.data.length)) return true;
  return Array.from(said.data).every((value, i) =>
    settled(
      value,
      got.data[i]!,
      tensors.map(({ data }) => data[i]!),
      said.dtype,
      leeway,
    ),
  );
};

type Value = number | bigint | boolean;

const settled = (
  said: Value,
  got: Value,
  others: readonly Value[],
  dtype: Dtype,
  { scale, unit, gradient }: Leeway,
): boolean => {
  if (sameValue(said, got)) return true;
  if (!isFloat(dtype)) return others.some((other) => !sameValue(other, said));
  const [a, b] = [Number(said), Number(got)];
  const finite = others.map(Number);
  if (!Number.isFinite(a) || !Number.isFinite(b))
    return finite.some(
      (other) => Number.isFinite(other) !== Number.isFinite(a) || (!Number.isFinite(a) && !Object.is(other, a)),
    );
  const { rtol, atol } = closeDefaults[dtype] as { readonly rtol: number; readonly atol: number };
  const spread = Math.max(
    ...finite.map((other) => (Number.isFinite(other) ? Math.abs(other - a) : Number.POSITIVE_INFINITY)),
  );
  // What went through a coarser dtype, or is of one, may have been rounded to it at the size of what was added up; so may
  // the terms of a gradient, of which no name tells.
  const own = 2 ** -formats[dtype].precision;
  const onTheWay = gradient || own > 2 ** -24 || unit > own ? 4 * scale * unit : 0;
  return Math.abs(a - b) <= atol + rtol * Math.abs(a) + SLACK * spread + onTheWay;
};

const text = (one: Observation): string =>
  one.kind === 'host' ? JSON.stringify(one.value, (_, v: unknown) => (typeof v === 'bigint' ? String(v) : v)) : '';
