/**
 * Whether a difference is one of rounding. Two right implementations differ in last bits, which a program may blow up:
 * by cancelling, by comparing, by rounding to an integer. So the program is run again with its inputs a few last bits
 * away: what then changes as much as the two sides differ says nothing of either.
 */

import { nested } from '../arbitraries/tensor.ts';
import type { Dtype, Element, Literal, OpStep, Step, TensorValue } from '../case.ts';
import { encode, flatten } from '../compare/element.ts';
import { formats, integerRanges, isFloat } from '../compare/formats.ts';
import { round } from '../compare/round.ts';
import type { Observation, Outcome } from '../observation.ts';
import { pageOf } from '../pages.ts';
import type { Implementation } from '../run/implementation.ts';
import type { Verdict } from '../verdict.ts';
import { stepsOf } from './cause.ts';
import type { Program } from './program.ts';
import { within } from './settled.ts';

type Result = Extract<Outcome, { status: 'result' }>;

/** How often the inputs are moved unless told, and by how many last bits at most. */
const TRIES = 12;
const BITS = 4;

export interface RoundingOptions {
  /** Whether results on the way move too, not only what a program is given. */
  readonly noise: boolean;
  readonly tries?: number | undefined;
}

/** Numbers from −1 to 1, the same in every run; those of neighbouring seeds have nothing in common (mulberry32). */
const noise = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), bits | 61)) ^ bits;
    return (bits ^ (bits >>> 14)) / 2 ** 31;
  };
};

/** The coarsest last bit of the floats that a program holds: it may be the one that decides. */
const unitOf = ({ inputs, ops }: Program, said: Result): number => {
  const seen = Object.values(said.values).flatMap((one) => (one.kind === 'tensor' ? [one.dtype] : []));
  const cast = ops.flatMap((step) => ('op' in step && typeof step.with?.dtype === 'string' ? [step.with.dtype] : []));
  const all = [...Object.values(inputs).map(({ dtype }) => dtype), ...seen, ...(cast as Dtype[])].filter(isFloat);
  return Math.max(2 ** -53, ...all.map((dtype) => 2 ** -formats[dtype].precision));
};

/** Integers as far apart as what a float of that unit cannot tell apart: an op may convert them. */
const movedInteger = (value: TensorValue, unit: number, next: () => number): TensorValue => {
  const [least, most] = integerRanges[value.dtype]!;
  const data = flatten(value.data).map((element): Element => {
    const by = BigInt(Math.round(Number(element) * next() * BITS * unit));
    const near = BigInt(element) + by;
    return encode(near < least ? least : near > most ? most : near, value.dtype);
  });
  return { ...value, data: nested(data, value.shape) };
};

const moved = (value: TensorValue, unit: number, next: () => number, integers: boolean): TensorValue => {
  const { dtype } = value;
  if (!isFloat(dtype)) return integers && dtype !== 'bool' ? movedInteger(value, unit, next) : value;
  const own = Math.max(unit, 2 ** -formats[dtype].precision);
  // Below the smallest normal number all are equally far apart.
  const normal = 2 ** formats[dtype].minExponent;
  const apart = normal * 2 ** (1 - formats[dtype].precision);
  const data = flatten(value.data).map((element): Element => {
    if (typeof element !== 'number' || element === 0) return element;
    const by = next() * BITS;
    return round(Math.abs(element) < normal ? element + Math.round(by) * apart : element * (1 + by * own), dtype);
  });
  return { ...value, data: nested(data.map(asWritten), value.shape) };
};
const asWritten = (element: Element): Element =>
  typeof element === 'number' && (!Number.isFinite(element) || Object.is(element, -0))
    ? Object.is(element, -0)
      ? '-0'
      : String(element)
    : element;

const movedLiteral = (literal: Literal, unit: number, next: () => number): Literal => {
  if (typeof literal === 'number' && !Number.isSafeInteger(literal)) return literal * (1 + next() * BITS * unit);
  if (Array.isArray(literal)) return literal.map((one) => movedLiteral(one as Literal, unit, next));
  if (typeof literal === 'object' && literal !== null && 'float' in literal && typeof literal.float === 'number') {
    const value = literal.float * (1 + next() * BITS * unit);
    return Number.isSafeInteger(value) ? { float: value } : value;
  }
  return literal;
};

const movedStep = (step: Step, unit: number, next: () => number, floats: ReadonlySet<string>): Step[] => {
  if ('no_grad' in step) return [{ no_grad: step.no_grad.flatMap((one) => movedStep(one, unit, next, floats)) }];
  if (!('op' in step)) return [step];
  const moved = step.in === undefined ? step : { ...step, in: step.in.map((one) => movedLiteral(one, unit, next)) };
  return rounds(step, floats) ? [...withNoise(moved, unit, next)] : [moved];
};

/** Whether an op gives one new tensor that it had to round. */
const rounds = ({ op, out }: OpStep, floats: ReadonlySet<string>): boolean => {
  const page = pageOf(op)?.page;
  return page !== undefined && page.accuracy !== 'exact' && page.name === op && floats.has(String(out));
};

/** The names that hold floating tensors: noise would make floats of integers. */
const floatsOf = async ({ inputs, ops }: Program, against: Implementation): Promise<ReadonlySet<string>> => {
  const names = stepsOf(ops).flatMap(({ out }) => (typeof out === 'string' ? [out] : []));
  const observe = [...new Set(names)].map((name) => ({ name }));
  const seen = await against.run({ id: 'floats', inputs, ops, observe });
  return new Set(seen.status === 'result' ? names.filter((name) => isFloatTensor(seen.values[name])) : []);
};

const allowedNearZero = (op: string): number => {
  const accuracy = pageOf(op)!.page.accuracy as Readonly<Record<string, { readonly atol?: number } | undefined>>;
  return accuracy.float32?.atol ?? 0;
};

/** The op with its result a few last bits away: a Python float leaves a floating tensor its dtype. */
const withNoise = (step: OpStep, unit: number, next: () => number): OpStep[] => {
  const [raw, scaled] = [`${step.out}_raw`, `${step.out}_scaled`];
  const times: OpStep = { op: 'mul', in: [raw, { float: 1 + next() * BITS * unit }], out: scaled };
  // What the page allows near 0 is allowed here too.
  return [
    { ...step, out: raw },
    times,
    { op: 'add', in: [scaled, { float: next() * allowedNearZero(step.op) }], out: step.out! },
  ];
};

/** Whether the other side itself is as far from its word when its inputs move by last bits. */
export const isRounding = async (
  program: Program,
  verdict: Verdict,
  said: Result,
  got: Result,
  against: Implementation,
  { noise: noisy, tries = TRIES }: RoundingOptions,
): Promise<boolean> => {
  if (verdict.reason !== 'wrong_value') return false;
  const names = [...new Set((verdict.mismatches ?? []).map(({ name }) => name.replace(/\[.*/, '')))];
  const unit = unitOf(program, said);
  // What differs is nothing but floats: then an integer counts as what it is converted to.
  const integers = names.every((name) => isFloatTensor(said.values[name]));
  const floats = noisy ? await floatsOf(program, against) : new Set<string>();
  const runs = await Promise.all(
    Array.from({ length: tries }, (_, i) => {
      const next = noise(i + 1);
      const inputs = Object.fromEntries(
        Object.entries(program.inputs).map(([name, value]) => [name, moved(value, unit, next, integers)]),
      );
      const ops = program.ops.flatMap((step) => movedStep(step, unit, next, floats));
      return against.run({ id: 'moved', inputs, ops, observe: names.map((name) => ({ name })) });
    }),
  );
  const scale = scaleOf(program, said);
  return names.every((name) =>
    within(
      said.values[name]!,
      got.values[name]!,
      runs.map((run) => (run.status === 'result' ? run.values[name] : undefined)),
      { scale, unit, gradient: name.endsWith('.grad') },
    ),
  );
};

const isFloatTensor = (seen: Observation | undefined): boolean => seen?.kind === 'tensor' && isFloat(seen.dtype);

/** The largest number that is known to be in a program: what an op rounds on its way may be as large. */
const scaleOf = ({ inputs }: Program, said: Result): number => {
  const given = Object.values(inputs).flatMap(({ data }) => flatten(data).map(Number));
  const seen = Object.values(said.values).flatMap((one) => (one.kind === 'tensor' ? Array.from(one.data, Number) : []));
  return [...given, ...seen].reduce((most, x) => (Number.isFinite(x) ? Math.max(most, Math.abs(x)) : most), 0);
};
