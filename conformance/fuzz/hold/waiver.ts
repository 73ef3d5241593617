/** Differences that lie in a corner are waived, and nothing else is. */
import { stepAt } from '../../judge/raised.ts';
import type { OpStep, Step } from '../../values/case.ts';
import type { Outcome } from '../../values/observation.ts';
import { around, bodyOf } from '../../values/steps.ts';
import { pytorchVersion } from '../../versions/index.ts';
import { without } from '../draw/names.ts';
import type { Program } from '../draw/program.ts';
import { writes } from '../draw/step.ts';
import type { Corner, Parting, Refusal } from '../excuse/corner.ts';
import { corners as openCorners } from '../excuse/corners.ts';
import { type Excused, excused, type Scene } from '../excuse/excused.ts';
import { isAnswer } from './oracle.ts';
import { inOrder, type Place } from './places.ts';
import { type Compared, type Differing, type Stage, skipped } from './stage.ts';

const passes: ReadonlySet<string> = new Set(['backward', 'autograd.grad']);

const placeOf = (outcome: Outcome): Place | undefined => (outcome.status === 'threw' ? outcome.op : undefined);

const refusalOf = (outcome: Outcome, at: Place): Refusal | undefined =>
  outcome.status === 'threw' && inOrder(outcome.op, at) === 0
    ? { kind: outcome.kind, limitation: outcome.limitation }
    : undefined;

/** The first place at which one side raised. */
const firstPlace = ({ oracle, actual }: Pick<Differing, 'oracle' | 'actual'>): Place | undefined =>
  [oracle, actual]
    .map(placeOf)
    .filter((place) => place !== undefined)
    .sort(inOrder)[0];

const partingOf = ({ restated, oracle, actual }: Differing): Parting | undefined => {
  const at = firstPlace({ oracle, actual });
  const step = at && stepAt(restated.ops, at);
  if (at === undefined || step === undefined) return undefined;
  return { step, oracle: refusalOf(oracle, at), actual: refusalOf(actual, at) };
};

const sceneOf = (held: Differing): Scene => {
  const { restated, oracle, actual, open, sides } = held;
  const [tested, against] = [pytorchVersion(sides.tested), pytorchVersion(sides.against)];
  return {
    program: restated,
    oracle: oracle.values ?? {},
    actual: isAnswer(actual) ? (actual.values ?? {}) : {},
    all: open,
    parting: partingOf(held),
    pytorch: { ...(against !== undefined && { oracle: against }), ...(tested !== undefined && { actual: tested }) },
  };
};

export const waivedBy = ({ id, because }: Corner): Compared => ({ ...skipped(because), corner: id });

/** Whether a gradient is taken of what a step gives, so that it can be cut there. */
const isCut = (step: OpStep): boolean => typeof step.out === 'string' && !writes(step);

/** The program whose gradients do not go back through these steps. */
const cutAt = (program: Program, own: readonly OpStep[]): Program => {
  const cut = (steps: readonly Step[]): readonly Step[] =>
    steps.flatMap((step): readonly Step[] => {
      if (!('op' in step)) return [around(step, cut(bodyOf(step)))];
      const through = `${String(step.out)}_through`;
      return own.includes(step)
        ? [
            { ...step, out: through },
            { op: 'detach', in: [through], out: step.out! },
          ]
        : [step];
    });
  return { ...program, ops: cut(program.ops) };
};

/**
 * What there is to compare where an error is waived: the program without the step that raised on one side, and without all that
 * needs its results. Of a backward pass first only what goes through the corner's op is left out, if that has a result of its own.
 */
const beside = (held: Differing, { own }: Excused): readonly Program[] => {
  const at = firstPlace(held)!;
  const dropped = without(held.program, new Set(at.slice(0, 1)));
  const isPass = own.every(isCut) && passes.has(stepAt(held.program.ops, at)?.op ?? '');
  return [...(isPass ? [cutAt(held.program, own)] : []), dropped].filter(({ ops }) => ops.length > 0);
};

/** Where an error is waived, what else there is in the program may still differ. */
export const waiver: Stage = (held) => {
  const { sides } = held;
  const { waived, rest } = excused(sceneOf(held), sides.corners ?? openCorners);
  const [first] = waived;
  if (first === undefined) return held;
  if (first.mismatch.name === 'error') return { instead: beside(held, first), otherwise: waivedBy(first.corner) };
  if (rest.length === 0) return waivedBy((held.waived[0] ?? first).corner);
  return { ...held, open: rest, waived: [...held.waived, ...waived] };
};
