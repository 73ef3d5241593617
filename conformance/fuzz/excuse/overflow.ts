/** Where infinities come from: two right implementations may differ in whether a sum overflows on its way. */

import { computes, hasTrait } from '../../pages/traits.ts';
import type { Dtype, OpStep } from '../../values/case.ts';
import { type FloatDtype, isFloat } from '../../values/dtypes.ts';
import { flatten } from '../../values/element.ts';
import { formats } from '../../values/formats.ts';
import type { Observation } from '../../values/observation.ts';
import { callsIn } from '../../values/steps.ts';
import type { Difference, Mismatch } from '../../values/verdict.ts';
import { mentions, type Program } from '../draw/program.ts';
import { binds, writes } from '../draw/step.ts';
import type { Sight } from './corner.ts';

export const isNumber = (element: Difference['expected']): boolean => typeof element === 'number' || element === '-0';
/** All elements that are told as different are not finite on one side. */
export const notFinite = ({ differences = [] }: Mismatch): boolean =>
  differences.length > 0 && differences.every(({ expected, got }) => !isNumber(expected) || !isNumber(got));
/** Some of them are not: what is not exact may differ beside them. */
export const partlyFinite = ({ differences = [] }: Mismatch): boolean =>
  differences.some(({ expected, got }) => !isNumber(expected) || !isNumber(got));

/**
 * Whether a step adds, squares or scales on its way to an element, so that it may overflow where its result does not. What is
 * computed element by element does so with an option alone: alpha, a rounding mode.
 */
const sums =
  ({ ops }: Program) =>
  (step: OpStep): boolean =>
    computes(step, callsIn(ops)).some(
      (page) => hasTrait(page, 'sums') && (page.feature !== 'arithmetic' || Object.keys(step.with ?? {}).length > 0),
    );

const bare = (name: string): string => name.replace(/[[.].*/, '');
const changes = (step: OpStep, name: string): boolean => binds(step, name) || (writes(step) && step.in?.[0] === name);

/** The steps that made or wrote to what differs first. */
export const makersOf = ({ ops }: Program, all: readonly Mismatch[]): readonly OpStep[] => {
  const steps = callsIn(ops);
  const names = [...new Set(all.map(({ name }) => bare(name)))];
  const first = steps.find((step) => names.some((name) => changes(step, name)));
  if (first === undefined) return steps;
  const own = names.find((name) => changes(first, name))!;
  return steps.filter((step) => changes(step, own));
};

/** Whether a number of a dtype, and what it is the inverse of, still fits when raised to that power. */
const fits = (dtype: Dtype, size: number, power: number): boolean => {
  if (!isFloat(dtype)) return true;
  const huge = 2 ** (formats[dtype].maxExponent / power);
  return size <= huge && (size === 0 || size >= 1 / huge);
};

/** Whether a program is known to hold finite numbers, before those that differ, of which a product or a sum overflows. */
const holdsHuge = ({ program, said, all }: Sight): boolean => {
  const { inputs, ops, observe } = program;
  const differ = new Set(all.map(({ name }) => name));
  const before = observe.flatMap((name) => {
    const seen: Observation | undefined = differ.has(name) ? undefined : said[name];
    return seen?.kind === 'tensor' ? [{ dtype: seen.dtype, data: Array.from(seen.data, Number) }] : [];
  });
  const given = Object.values(inputs).map(({ dtype, data }) => ({ dtype, data: flatten(data).map(Number) }));
  const half = mentions(program, 'float16');
  // A norm raises to its p what others square.
  const powers = callsIn(ops).map(({ with: options = {} }) => (typeof options.p === 'number' ? options.p : 2));
  const power = Math.max(2, ...powers);
  return [...given, ...before].some(({ dtype, data }) =>
    data
      .filter((x) => Number.isFinite(x))
      .map(Math.abs)
      .some((size) => !fits(dtype, size, power) || (half && !fits('float16', size, power))),
  );
};

/** Whether what differs first comes from a sum. */
const isSummed = ({ program, all }: Sight): boolean =>
  all[0]?.name.endsWith('.grad') || makersOf(program, all).some(sums(program));

/** Whether the first difference may be one of an overflow on the way to a sum. */
export const mayOverflow = (sight: Sight): boolean =>
  sight.all[0] !== undefined && partlyFinite(sight.all[0]) && holdsHuge(sight) && isSummed(sight);

/** Whether the first difference may be one of few digits: some input of a sum is below the smallest normal number of its dtype. */
export const mayUnderflow = (sight: Sight): boolean =>
  (sight.all[0]?.differences ?? []).length > 0 && isSummed(sight) && floats.some((of) => holdsTiny(sight.program, of));

const floats = Object.keys(formats) as readonly FloatDtype[];

const isTiny = (of: FloatDtype, x: number): boolean => x !== 0 && Math.abs(x) < 2 ** formats[of].minExponent;

/** Some input of that dtype is below its smallest normal number. */
export const holdsTiny = ({ inputs }: Program, of: FloatDtype): boolean =>
  Object.values(inputs).some(({ dtype, data }) => dtype === of && flatten(data).some((x) => isTiny(of, Number(x))));

/** What differs comes from a number divided by a tensor that has an element below the smallest normal number. */
export const dividesByTiny = ({ program, said, all }: Sight): boolean =>
  makersOf(program, all).some(({ op, in: [divided, by] = [] }) => {
    const seen = typeof by === 'string' ? said[by] : undefined;
    if (op !== 'div' || typeof divided === 'string' || seen?.kind !== 'tensor') return false;
    const { dtype, data } = seen;
    return isFloat(dtype) && Array.from(data, Number).some((x) => isTiny(dtype, x));
  });

/** Whether what differs is not finite on either side, or computed from what is not. */
export const leavesTheFinite = (mismatch: Mismatch, sight: Sight): boolean => {
  if (!notFinite(mismatch)) return false;
  const neither = mismatch.differences!.every(({ expected, got }) => !isNumber(expected) && !isNumber(got));
  return neither || holdsInfinite(sight) || holdsHuge(sight);
};

const holdsInfinite = ({ program: { inputs }, said }: Sight): boolean =>
  Object.values(inputs).some(({ data }) => flatten(data).some((x) => !Number.isFinite(Number(x)))) ||
  Object.entries(said).some(
    ([name, seen]) =>
      !name.endsWith('.grad') &&
      seen.kind === 'tensor' &&
      Array.from(seen.data, Number).some((x) => !Number.isFinite(x)),
  );
