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
import { type Differing, type Stage, skipped } from './held.ts';
import { type Float, movedProgram } from './moved.ts';
import { noise } from './noise.ts';
import { sameObservation } from './same-observation.ts';
import { within } from './sensitivity.ts';

type Result = Extract<Outcome, { status: 'result' }>;

/** How often the numbers are moved, unless told. */
const TRIES = 12;

/** Whose program is moved, and what both sides said of it. */
interface Moved {
  readonly program: Program;
  readonly side: Implementation;
  readonly said: Result;
  readonly got: Result;
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

const reachOf = (name: string, { program, said }: Moved): Reach => {
  const sources = flowOf(program).of(name);
  const part = slice(program, sources);
  const seen = Object.entries(said.values)
    .filter(([one]) => one === name || sources.names.has(one))
    .map(([, value]) => value);
  return { name, sources, scale: scaleOf(part, seen), unit: unitOf(part, seen) };
};

const run = (
  { program, side }: Moved,
  { name, sources, unit }: Reach,
  next: () => number,
  floats: ReadonlyMap<string, Float>,
  integers: boolean,
): Promise<Outcome> =>
  side.run({ id: 'moved', ...movedProgram(program, { unit, next, integers, floats, sources }), observe: [{ name }] });

/** Whether a name moves as far as the two sides are apart, when what it is computed from does. */
const isSettled = async (name: string, floats: ReadonlyMap<string, Float>, moved: Moved): Promise<boolean> => {
  const { program, said, got, trusted, tries } = moved;
  const reach = reachOf(name, moved);
  const { sources, scale, unit } = reach;
  // Nothing that only moves and compares data is settled by its numbers.
  if (isExact(slice(program, sources))) return false;
  // An integer counts as what it is converted to.
  const integers = isFloatTensor(said.values[name]);
  // A wrong op is no measure of itself: the ops that move a result by nothing have to leave it as it is.
  const still = trusted ? undefined : await run(moved, reach, () => 0, floats, integers);
  const isStill =
    still === undefined || (still.status === 'result' && sameObservation(said.values[name]!, still.values[name]!));
  const own = isStill ? floats : new Map<string, Float>();
  const runs = await Promise.all(
    Array.from({ length: tries }, (_, i) => run(moved, reach, noise(i + 1), own, integers)),
  );
  return within(
    said.values[name]!,
    got.values[name]!,
    runs.map((one) => (one.status === 'result' ? one.values[name] : undefined)),
    { scale, unit, gradient: name.endsWith('.grad') },
  );
};

/** The mismatches that last bits do not account for, each held to what it is computed from. */
export const beyondRounding = async (open: readonly Mismatch[], moved: Moved): Promise<readonly Mismatch[]> => {
  const { program, side, said } = moved;
  const floats = await floatsOf(program, side);
  const settled = new Set<string>();
  for (const name of new Set(open.map(bare))) if (await isSettled(name, floats, moved)) settled.add(name);
  const differ = open.map(bare).filter((name) => isFloatTensor(said.values[name]));
  /** An integer or a boolean that is computed from floats which differ, of which nothing is left. */
  const isOfSettled = (name: string): boolean => {
    if (isFloatTensor(said.values[name])) return false;
    const from = differ.filter((one) => flowOf(program).of(name).names.has(one));
    return from.length > 0 && from.every((one) => settled.has(one));
  };
  return open.filter((mismatch) => !settled.has(bare(mismatch)) && !isOfSettled(bare(mismatch)));
};

/** The stage at which one of the sides is moved. */
const perturbed =
  (trusted: boolean): Stage =>
  async (held: Differing) => {
    const { program, spoken, sides, options, said, got, open, verdict } = held;
    if (said.status !== 'result' || got.status !== 'result' || open.length === 0) return held;
    if (verdict.reason !== 'wrong_value') return held;
    const tries = options.tries ?? TRIES;
    const moved: Moved = trusted
      ? { program: spoken, side: sides.against, said, got, trusted, tries }
      : { program, side: sides.tested, said: got, got: said, trusted, tries };
    const left = await beyondRounding(open, moved);
    return left.length === 0 ? skipped('rounding decides') : { ...held, open: left };
  };

/** The other side is moved, which is held to be right. */
export const perturbedOracle: Stage = perturbed(true);
/** The tested side is moved: two numbers that are equal on one side alone come apart when that side is moved. */
export const perturbedActual: Stage = perturbed(false);
