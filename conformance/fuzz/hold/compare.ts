/** Runs a program on two implementations and holds one to what the other says. */
import { ImplementationFailed } from '../../run/implementation.ts';
import { messageOf } from '../../values/message.ts';
import { caseOf, type Program, unjudged } from '../draw/program.ts';
import { actual } from './actual.ts';
import { biasedVariance } from './biased-variance.ts';
import { choice } from './choice.ts';
import { differing, wanted } from './differing.ts';
import { judged } from './judged.ts';
import { oracle } from './oracle.ts';
import { perturbedActual, perturbedOracle } from './perturbed.ts';
import {
  type Asked,
  type Compared,
  type CompareOptions,
  type Instead,
  isEnd,
  type Sides,
  type Stage,
} from './stage.ts';
import { waiver } from './waiver.ts';

export type { Compared, CompareOptions, Difference, Sides } from './stage.ts';

/** What a difference goes through, until one of them accounts for it. */
const stages: readonly Stage[] = [
  biasedVariance,
  waiver,
  choice,
  waiver,
  wanted,
  perturbedOracle,
  waiver,
  perturbedActual,
  waiver,
];

/**
 * The tested side held to the other one's word. Throws only if a side fails for good: an answer of which nobody thought is
 * one that differs.
 */
export const compare = async (program: Program, sides: Sides, options: CompareOptions = {}): Promise<Compared> => {
  const asked: Asked = { program, sides, options, case: caseOf(program, unjudged(program)) };
  try {
    return await compared(asked);
  } catch (error) {
    if (error instanceof ImplementationFailed) throw error;
    const message = `the answer cannot be compared: ${messageOf(error)}`;
    const verdict = { id: asked.case.id, verdict: 'error', message } as const;
    return { status: 'differs', program, case: asked.case, verdict };
  }
};

const inPlaceOf = async ({ instead, otherwise }: Instead, { sides, options }: Asked): Promise<Compared> => {
  let last: Compared | undefined;
  for (const program of instead) {
    last = await compare(program, sides, options);
    if (last.status === 'differs') return last;
  }
  return otherwise ?? last!;
};

const compared = async (asked: Asked): Promise<Compared> => {
  const { sides } = asked;
  const [theirs, ours] = await Promise.all([oracle(asked), actual(asked)]);
  if (isEnd(ours)) return ours;
  if (isEnd(theirs)) return theirs;
  const kinds = sides.tested.errors === 'exact' && sides.against.errors === 'exact';
  let held = judged({ ...asked, ...theirs, ...ours, kinds });
  for (const stage of stages) {
    if (isEnd(held)) return held;
    const next = await stage(held);
    if ('instead' in next) return await inPlaceOf(next, asked);
    held = next;
  }
  return isEnd(held) ? held : differing(held);
};
