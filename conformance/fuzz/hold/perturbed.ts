/**
 * Whether a difference is one of rounding. Two right implementations differ in last bits, which a program may blow up:
 * by cancelling, by comparing, by rounding to an integer. So the program is run again with the numbers that the difference is
 * computed from a few last bits away: what then changes as much as the two sides differ says nothing of either.
 */
import type { Implementation } from '../../run/implementation.ts';
import type { Dtype } from '../../values/case.ts';
import { isFloat } from '../../values/dtypes.ts';
import { flatten } from '../../values/element.ts';
import { formats } from '../../values/formats.ts';
import type { Observation, Outcome } from '../../values/observation.ts';
import { callsIn } from '../../values/steps.ts';
import type { Mismatch } from '../../values/verdict.ts';
import type { Program } from '../draw/program.ts';
import { writes } from '../draw/step.ts';
import { isExact } from '../excuse/excused.ts';
import { flowOf, type Sources } from '../slice/flow.ts';
import { slice } from '../slice/slice.ts';
import { noise } from './noise.ts';
import { type Float, perturbedProgram } from './perturbed-program.ts';
import { sameObservation } from './same-observation.ts';
import { withinSensitivity } from './sensitivity.ts';
import { type Differing, type Stage, skipped } from './stage.ts';

type Result = Extract<Outcome, { status: 'result' }>;

/** How often the numbers are perturbed, unless told. */
const TRIES = 12;

/** Whose program is perturbed, and what both sides gave: that side and the other one. */
interface Subject {
  readonly program: Program;
  readonly side: Implementation;
  readonly own: Result;
  readonly other: Result;
  /** Whether that side is held to be right, so that its own ops may move what it computes. */
  readonly trusted: boolean;
  readonly tries: number;
}

/** The coarsest last bit of the floats that count: it may be the one that decides. */
const unitOf = ({ inputs, ops }: Program, seen: readonly Observation[]): number => {
  const made = seen.flatMap((one) => (one.kind === 'tensor' ? [one.dtype] : []));
  const cast = callsIn(ops).flatMap(({ with: options = {} }) =>
    typeof options.dtype === 'string' ? [options.dtype as Dtype] : [],
  );
  const all = [...Object.values(inputs).map(({ dtype }) => dtype), ...made, ...cast].filter(isFloat);
  return Math.max(2 ** -53, ...all.map((dtype) => 2 ** -formats[dtype].precision));
};

/** The largest number that counts: what an op rounds on its way may be as large. */
const scaleOf = ({ inputs }: Program, seen: readonly Observation[]): number => {
  const given = Object.values(inputs).flatMap(({ data }) => flatten(data).map(Number));
  const made = seen.flatMap((one) => (one.kind === 'tensor' ? Array.from(one.data, Number) : []));
  return [...given, ...made].reduce((most, x) => (Number.isFinite(x) ? Math.max(most, Math.abs(x)) : most), 0);
};

/** The floating tensors: noise would make floats of integers. */
const floatsOf = async ({ inputs, ops }: Program, side: Implementation): Promise<ReadonlyMap<string, Float>> => {
  const names = callsIn(ops).flatMap((step) => [step.out, writes(step) && step.in?.[0]].filter(isText));
  const observe = [...new Set(names)].map((name) => ({ name }));
  const seen = await side.run({ id: 'floats', inputs, ops, observe });
  const values = seen.status === 'result' ? seen.values : {};
  return new Map(
    names.flatMap((name): [string, Float][] => {
      const one = values[name];
      return one?.kind === 'tensor' && isFloat(one.dtype) ? [[name, { dtype: one.dtype, shape: one.shape }]] : [];
    }),
  );
};

const isText = (name: unknown): name is string => typeof name === 'string';
const bare = ({ name }: Mismatch): string => name.replace(/\[.*/, '');
const isFloatTensor = (seen: Observation | undefined): boolean => seen?.kind === 'tensor' && isFloat(seen.dtype);

/** What moves with a name: what it is computed from, and how far last bits reach there. */
interface Reach {
  readonly name: string;
  readonly sources: Sources;
  readonly scale: number;
  readonly unit: number;
}

const reachOf = (name: string, { program, own }: Subject): Reach => {
  const sources = flowOf(program).of(name);
  const part = slice(program, sources);
  const seen = Object.entries(own.values)
    .filter(([one]) => one === name || sources.names.has(one))
    .map(([, value]) => value);
  return { name, sources, scale: scaleOf(part, seen), unit: unitOf(part, seen) };
};

const run = (
  { program, side }: Subject,
  { name, sources, unit }: Reach,
  next: () => number,
  floats: ReadonlyMap<string, Float>,
  integers: boolean,
): Promise<Outcome> =>
  side.run({
    id: 'perturbed',
    ...perturbedProgram(program, { unit, next, integers, floats, sources }),
    observe: [{ name }],
  });

/** Whether a name moves as far as the two sides are apart, when what it is computed from does. */
const isSettled = async (name: string, floats: ReadonlyMap<string, Float>, subject: Subject): Promise<boolean> => {
  const { program, own, other, trusted, tries } = subject;
  const reach = reachOf(name, subject);
  const { sources, scale, unit } = reach;
  // Nothing that only moves and compares data is settled by its numbers.
  if (isExact(slice(program, sources))) return false;
  // An integer counts as what it is converted to.
  const integers = isFloatTensor(own.values[name]);
  // A wrong op is no measure of itself: the ops that move a result by nothing have to leave it as it is.
  const still = trusted ? undefined : await run(subject, reach, () => 0, floats, integers);
  const isStill =
    still === undefined || (still.status === 'result' && sameObservation(own.values[name]!, still.values[name]!));
  const shifting = isStill ? floats : new Map<string, Float>();
  const runs = await Promise.all(
    Array.from({ length: tries }, (_, i) => run(subject, reach, noise(i + 1), shifting, integers)),
  );
  return withinSensitivity(
    own.values[name]!,
    other.values[name]!,
    runs.map((one) => (one.status === 'result' ? one.values[name] : undefined)),
    { scale, unit, gradient: name.endsWith('.grad') },
  );
};

/** The mismatches that last bits do not account for, each held to what it is computed from. */
export const beyondRounding = async (open: readonly Mismatch[], subject: Subject): Promise<readonly Mismatch[]> => {
  const { program, side, own } = subject;
  const floats = await floatsOf(program, side);
  const settled = new Set<string>();
  for (const name of new Set(open.map(bare))) if (await isSettled(name, floats, subject)) settled.add(name);
  const differ = open.map(bare).filter((name) => isFloatTensor(own.values[name]));
  /** An integer or a boolean that is computed from floats which differ, of which nothing is left. */
  const isOfSettled = (name: string): boolean => {
    if (isFloatTensor(own.values[name])) return false;
    const from = differ.filter((one) => flowOf(program).of(name).names.has(one));
    return from.length > 0 && from.every((one) => settled.has(one));
  };
  return open.filter((mismatch) => !settled.has(bare(mismatch)) && !isOfSettled(bare(mismatch)));
};

/** The stage at which one of the sides is perturbed. */
const perturbed =
  (trusted: boolean): Stage =>
  async (held: Differing) => {
    const { program, restated, sides, options, oracle, actual, open, verdict } = held;
    if (oracle.status !== 'result' || actual.status !== 'result' || open.length === 0) return held;
    if (verdict.reason !== 'wrong_value') return held;
    const tries = options.tries ?? TRIES;
    const subject: Subject = trusted
      ? { program: restated, side: sides.against, own: oracle, other: actual, trusted, tries }
      : { program, side: sides.tested, own: actual, other: oracle, trusted, tries };
    const left = await beyondRounding(open, subject);
    return left.length === 0 ? skipped('rounding decides') : { ...held, open: left };
  };

/** The oracle is perturbed, which is held to be right. */
export const perturbedOracle: Stage = perturbed(true);
/** The tested side is perturbed: two numbers that are equal on one side alone come apart when that side is. */
export const perturbedActual: Stage = perturbed(false);
