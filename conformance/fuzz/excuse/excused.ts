/** Which differences lie in a corner. */
import { pageOf } from '../../pages/page-of.ts';
import { computes, hasTrait } from '../../pages/traits.ts';
import type { OpStep } from '../../values/case.ts';
import { callsIn } from '../../values/steps.ts';
import type { Mismatch } from '../../values/verdict.ts';
import type { Program } from '../draw/program.ts';
import { flowOf, type Sources } from '../slice/flow.ts';
import { rootOf } from '../slice/memory.ts';
import { type Seen, seenOf, slice } from '../slice/slice.ts';
import { type Corner, isGradient, type Parting, type Side, type Sight } from './corner.ts';
import { inRange } from './range.ts';

/** A program, and what two sides made of it. */
export interface Scene {
  readonly program: Program;
  readonly oracle: Seen;
  readonly actual: Seen;
  readonly all: readonly Mismatch[];
  /** Where the difference is one of errors. */
  readonly parting: Parting | undefined;
  /** The version of a side that is PyTorch. */
  readonly pytorch: Readonly<Partial<Record<Side, string>>>;
}

/** What a difference is computed from: of an error, what the step is at which the two sides part. */
export const sourcesOf = ({ name }: Mismatch, { program, parting }: Pick<Scene, 'program' | 'parting'>): Sources => {
  const flow = flowOf(program);
  if (name !== 'error') return flow.of(name);
  return parting === undefined
    ? { calls: new Set(), names: new Set() }
    : flow.raising(callsIn(program.ops).indexOf(parting.step));
};

/** Whether no op of a program rounds, nor takes a gradient. */
export const isExact = ({ ops }: Program): boolean =>
  callsIn(ops).every(({ op }) => pageOf(op)?.page.accuracy === 'exact' && op !== 'backward' && op !== 'autograd.grad');

/** Whether a step of a program is one of the corner's. */
const isOf = (
  step: OpStep,
  { ops, trait, limitation }: Corner,
  steps: readonly OpStep[],
  parting: Scene['parting'],
): boolean =>
  limitation === true
    ? step === parting?.step
    : computes(step, steps).some((page) => (ops !== undefined ? ops.includes(page.name) : hasTrait(page, trait!)));

/** The side whose quirk it may be: any where everybody is free, else one that is a PyTorch of its versions. */
const sidesOf = ({ pytorch: range }: Corner, pytorch: Scene['pytorch']): readonly (Side | undefined)[] =>
  range === undefined
    ? [undefined]
    : (['oracle', 'actual'] as const).filter((side) => pytorch[side] !== undefined && inRange(pytorch[side], range));

/** The corner that a difference lies in. Nothing is looked at but what the difference is computed from. */
const cornerOf = (
  mismatch: Mismatch,
  scene: Scene,
  corners: readonly Corner[],
): Omit<Excused, 'mismatch'> | undefined => {
  const { program, oracle, actual, all, parting } = scene;
  const sources = sourcesOf(mismatch, scene);
  const part = slice(program, sources);
  const steps = callsIn(part.ops);
  const counts = (one: Mismatch): boolean =>
    one === mismatch || (!isGradient(one) && sources.names.has(rootOf(one.name)));
  const seen = (side: Seen): Seen => ({
    ...seenOf(side, sources),
    ...(mismatch.name in side && { [mismatch.name]: side[mismatch.name]! }),
  });
  const exact = isExact(part);
  const rest = { program: part, oracle: seen(oracle), actual: seen(actual), all: all.filter(counts), parting };
  for (const corner of corners) {
    if (corner.rounds === true && exact) continue;
    const own = steps.filter((step) => isOf(step, corner, callsIn(program.ops), parting));
    if (own.length === 0) continue;
    const holds = sidesOf(corner, scene.pytorch).some((side) => {
      const sight: Sight = { ...rest, own, pytorch: side };
      return corner.holds(mismatch, sight);
    });
    if (holds) return { corner, own };
  }
  return undefined;
};

export interface Excused {
  readonly mismatch: Mismatch;
  readonly corner: Corner;
  /** The calls of the corner's op that it is computed from. */
  readonly own: readonly OpStep[];
}

/** What of the differences lies in a corner, and what does not. */
export const excused = (
  scene: Scene,
  corners: readonly Corner[],
): { readonly waived: readonly Excused[]; readonly rest: readonly Mismatch[] } => {
  const waived: Excused[] = [];
  const rest = scene.all.filter((mismatch) => {
    const lies = cornerOf(mismatch, scene, corners);
    if (lies !== undefined) waived.push({ mismatch, ...lies });
    return lies === undefined;
  });
  return { waived, rest };
};
