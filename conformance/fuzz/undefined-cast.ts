/** Integers that nobody defines: NaN, infinities and floats out of range become some integer or other (to.C1). */
import type { Dtype, OpStep } from '../case.ts';
import { flatten } from '../compare/element.ts';
import { integerRanges, isFloat } from '../compare/formats.ts';
import type { Mismatch } from '../verdict.ts';
import { stepsOf } from './cause.ts';
import type { Sight } from './corners.ts';

const namesIn = (operands: readonly unknown[]): readonly string[] =>
  operands.flatMap((one) => (Array.isArray(one) ? namesIn(one) : typeof one === 'string' ? [one] : []));

const numbersOf = (name: string, { program, said }: Sight): readonly number[] => {
  const [seen, given] = [said[name], program.inputs[name]];
  if (seen?.kind === 'tensor') return isFloat(seen.dtype) ? Array.from(seen.data, Number) : [];
  return given !== undefined && isFloat(given.dtype) ? flatten(given.data).map(Number) : [];
};

const fits = (value: number, dtype: Dtype): boolean => {
  const range = integerRanges[dtype];
  if (range === undefined) return true;
  const whole = Math.trunc(value);
  return Number.isFinite(whole) && whole >= range[0] && whole <= range[1];
};

const undefinedIn = ({ op, in: operands = [], with: { dtype } = {} }: OpStep, sight: Sight): boolean =>
  op === 'to' &&
  typeof operands[0] === 'string' &&
  numbersOf(operands[0], sight).some((value) => !fits(value, dtype as Dtype));

/** Whether what differs is such an integer, or computed from one. */
export const fromUndefined = ({ name }: Mismatch, sight: Sight): boolean => {
  const tainted = new Set<string>();
  for (const step of stepsOf(sight.program.ops))
    if (undefinedIn(step, sight) || namesIn(step.in ?? []).some((one) => tainted.has(one)))
      for (const out of [step.out].flat()) if (typeof out === 'string') tainted.add(out);
  return tainted.has(name.replace(/[[.].*/, ''));
};
