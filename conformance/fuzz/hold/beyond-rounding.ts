/**
 * Whether a difference is one of rounding. Two right implementations differ in last bits, which a program may blow up:
 * by cancelling, by comparing, by rounding to an integer. So the program is run again with its inputs a few last bits
 * away: what then changes as much as the two sides differ says nothing of either.
 */

import type { Implementation } from '../../run/implementation.ts';
import type { Dtype } from '../../values/case.ts';
import { isFloat } from '../../values/dtypes.ts';
import { flatten } from '../../values/element.ts';
import { formats } from '../../values/formats.ts';
import type { Observation, Outcome } from '../../values/observation.ts';
import { callsIn } from '../../values/steps.ts';
import type { Mismatch, Verdict } from '../../values/verdict.ts';
import type { Program } from '../draw/program.ts';
import { writes } from '../draw/step.ts';
import { changedBy, computedFrom } from '../excuse/computed-from.ts';
import { type Float, movedProgram } from './perturbed.ts';
import { sameObservation } from './same-observation.ts';
import { within } from './sensitivity.ts';

type Result = Extract<Outcome, { status: 'result' }>;

/** How often the inputs are moved, unless told. */
const TRIES = 12;

export interface RoundingOptions {
  /** Whether the one that is moved is held to be right, so that its own ops may move what it computes. */
  readonly trusted: boolean;
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

/** The floating tensors: noise would make floats of integers. */
const floatsOf = async ({ inputs, ops }: Program, against: Implementation): Promise<ReadonlyMap<string, Float>> => {
  const names = callsIn(ops).flatMap((step) => [step.out, writes(step) && step.in?.[0]].filter(isText));
  const observe = [...new Set(names)].map((name) => ({ name }));
  const seen = await against.run({ id: 'floats', inputs, ops, observe });
  const values = seen.status === 'result' ? seen.values : {};
  return new Map(
    names.flatMap((name): [string, Float][] => {
      const one = values[name];
      return one?.kind === 'tensor' && isFloat(one.dtype) ? [[name, { dtype: one.dtype, shape: one.shape }]] : [];
    }),
  );
};

/**
 * The mismatches that last bits do not account for: the other side is not as far from its word when its inputs move by them.
 * Integers and booleans that are computed from floats of which nothing is left are none, either.
 */
export const beyondRounding = async (
  program: Program,
  verdict: Verdict,
  said: Result,
  got: Result,
  against: Implementation,
  options: RoundingOptions,
): Promise<readonly Mismatch[]> => {
  const { mismatches = [] } = verdict;
  if (verdict.reason !== 'wrong_value') return mismatches;
  const beyond = (some: readonly Mismatch[]) => unsettled(program, some, said, got, against, options);
  const left = await beyond(mismatches);
  const floats = mismatches.filter((mismatch) => isFloatTensor(said.values[bare(mismatch)]));
  if (left.length === 0 || floats.length === mismatches.length || floats.length === 0) return left;
  const computed = computedFromFirst(program, new Set(floats.map(bare)));
  const others = left.filter((mismatch) => !floats.includes(mismatch));
  return others.every((one) => computed.has(bare(one))) && (await beyond(floats)).length === 0 ? [] : left;
};

/** What is computed from the first of those names that a program gives. */
const computedFromFirst = ({ ops }: Program, names: ReadonlySet<string>): ReadonlySet<string> => {
  const first = callsIn(ops).find((step) => changedBy(step).some((name) => names.has(name)));
  const computed = computedFrom(ops, (step) => step === first);
  return new Set([...computed].filter((name) => first === undefined || !changedBy(first).includes(name)));
};

const unsettled = async (
  program: Program,
  mismatches: readonly Mismatch[],
  said: Result,
  got: Result,
  against: Implementation,
  { trusted, tries = TRIES }: RoundingOptions,
): Promise<readonly Mismatch[]> => {
  const names = [...new Set(mismatches.map(bare))];
  const unit = unitOf(program, said);
  // What differs is nothing but floats: then an integer counts as what it is converted to.
  const integers = names.every((name) => isFloatTensor(said.values[name]));
  const observe = names.map((name) => ({ name }));
  const run = (next: () => number, floats: ReadonlyMap<string, Float>) =>
    against.run({ id: 'moved', ...movedProgram(program, { unit, next, integers, floats }), observe });
  const all = await floatsOf(program, against);
  // A wrong op is no measure of itself: the ops that move a result by nothing have to leave it as it is.
  const still = trusted ? said : await run(() => 0, all);
  const floats = agree(said, still, names) ? all : new Map<string, Float>();
  const runs = await Promise.all(Array.from({ length: tries }, (_, i) => run(noise(i + 1), floats)));
  const scale = scaleOf(program, said);
  const isSettled = (name: string): boolean =>
    within(
      said.values[name]!,
      got.values[name]!,
      runs.map((run) => (run.status === 'result' ? run.values[name] : undefined)),
      { scale, unit, gradient: name.endsWith('.grad') },
    );
  const settled = new Set(names.filter(isSettled));
  return mismatches.filter((mismatch) => !settled.has(bare(mismatch)));
};

const bare = ({ name }: Mismatch): string => name.replace(/\[.*/, '');

const isText = (name: unknown): name is string => typeof name === 'string';

const agree = (said: Result, other: Outcome, names: readonly string[]): boolean =>
  other.status === 'result' && names.every((name) => sameObservation(said.values[name]!, other.values[name]!));

const isFloatTensor = (seen: Observation | undefined): boolean => seen?.kind === 'tensor' && isFloat(seen.dtype);

/** The largest number that is known to be in a program: what an op rounds on its way may be as large. */
const scaleOf = ({ inputs }: Program, said: Result): number => {
  const given = Object.values(inputs).flatMap(({ data }) => flatten(data).map(Number));
  const seen = Object.values(said.values).flatMap((one) => (one.kind === 'tensor' ? Array.from(one.data, Number) : []));
  return [...given, ...seen].reduce((most, x) => (Number.isFinite(x) ? Math.max(most, Math.abs(x)) : most), 0);
};
