/** Where infinities and zeros come from: two right implementations may differ in whether a sum leaves the range on its way. */
import { computes, hasTrait } from '../../pages/traits.ts';
import type { Dtype, OpStep } from '../../values/case.ts';
import { isFloat } from '../../values/dtypes.ts';
import { formats } from '../../values/formats.ts';
import { callsIn } from '../../values/steps.ts';
import type { Mismatch } from '../../values/verdict.ts';
import { mentions, type Program } from '../draw/program.ts';
import { changedBy } from '../draw/step.ts';
import { type Corner, isGradient, type Sight } from './corner.ts';
import { floatsIn, notFinite } from './numbers.ts';
import { tensor, witness } from './witness.ts';

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

/** The steps that made or wrote to what differs first. */
export const makersOf = ({ ops }: Program, all: readonly Mismatch[]): readonly OpStep[] => {
  const steps = callsIn(ops);
  const names = [...new Set(all.map(({ name }) => bare(name)))];
  const first = steps.find((step) => names.some((name) => changedBy(step).includes(name)));
  if (first === undefined) return steps;
  const own = names.find((name) => changedBy(first).includes(name))!;
  return steps.filter((step) => changedBy(step).includes(own));
};

/** Whether a number of a dtype, and what it is the inverse of, still fits when raised to that power. */
const fits = (dtype: Dtype, size: number, power: number): boolean => {
  if (!isFloat(dtype)) return true;
  const huge = 2 ** (formats[dtype].maxExponent / power);
  return size <= huge && (size === 0 || size >= 1 / huge);
};

/** Whether a difference is computed from finite numbers of which a product or a sum overflows. */
export const holdsHuge = (sight: Sight): boolean => {
  const { program } = sight;
  const half = mentions(program, 'float16');
  // A norm raises to its p what others square.
  const powers = callsIn(program.ops).map(({ with: options = {} }) => (typeof options.p === 'number' ? options.p : 2));
  const power = Math.max(2, ...powers);
  return floatsIn(sight).some(({ dtype, data }) =>
    data
      .filter((x) => Number.isFinite(x))
      .map(Math.abs)
      .some((size) => !fits(dtype, size, power) || (half && !fits('float16', size, power))),
  );
};

/** Whether what differs first comes from a sum. */
const isSummed = ({ program, all }: Sight): boolean =>
  isGradient(all[0]!) || makersOf(program, all).some(sums(program));

export const overflows: readonly Corner[] = [
  {
    id: 'overflow-on-the-way',
    trait: 'sums',
    rounds: true,
    witness: witness({ x: tensor([3e38, 3e38, -3e38]) }, { op: 'sum', in: ['x'], out: 's' }),
    holds: ({ reason }, sight) =>
      reason === 'wrong_value' && notFinite(sight.all[0]!) && holdsHuge(sight) && isSummed(sight),
    because:
      'a sum may overflow on its way or not, by its order and by the width of what it is summed in (accuracy.C7)',
  },
];
