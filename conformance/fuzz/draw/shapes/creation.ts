import type { Literal } from '../../../values/case.ts';
import { joint } from './general.ts';
import type { Rule } from './rule.ts';

const numberOf = (value: Literal): number =>
  typeof value === 'object' && value !== null && 'float' in value ? Number(value.float) : Number(value);
const isLong = (value: Literal): value is { readonly int: string } =>
  typeof value === 'object' && value !== null && 'int' in value;
const longOf = (value: Literal): bigint => BigInt(isLong(value) ? value.int : (value as number));

const arange: Rule = (_, { start = 0, end = 0, step = 1 }) => {
  if (![start, end, step].some(isLong)) {
    return [Math.max(0, Math.ceil((numberOf(end) - numberOf(start)) / numberOf(step)))];
  }
  // Beyond 2^53 floats would not count exactly.
  const [span, by] = [longOf(end) - longOf(start), longOf(step)];
  return [Math.max(0, Number(span / by) + (span % by === 0n ? 0 : 1))];
};

export const creation: Readonly<Record<string, Rule>> = {
  arange,
  normal: (operands, { size }) => (Array.isArray(size) ? (size as readonly number[]) : joint(operands)),
  randperm: (_, { n }) => [n as number],
};
