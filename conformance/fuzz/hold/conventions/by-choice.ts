/** What the side whose word counts says of a program if it chooses as the tested library does. */

import { judge } from '../../../judge/index.ts';
import { pageOf } from '../../../pages/page-of.ts';
import type { Implementation } from '../../../run/implementation.ts';
import { requestOf } from '../../../run/request.ts';
import type { OpStep } from '../../../values/case.ts';
import { isFloat } from '../../../values/dtypes.ts';
import type { Outcome } from '../../../values/observation.ts';
import { callsIn } from '../../../values/steps.ts';
import type { Verdict } from '../../../values/verdict.ts';
import { caseOf, type Program, unjudged } from '../../draw/program.ts';
import type { Sides } from '../compare.ts';
import { type Answer, oracleExpectation } from '../oracle.ts';
import type { Choice, Floats, Point } from './choice.ts';
import { points } from './points.ts';
import { probedChoice } from './probe.ts';
import { rewritten } from './rewritten.ts';

type Result = Extract<Answer, { status: 'result' }>;

export interface ByChoice {
  /** The conventions that it follows. */
  readonly ids: readonly string[];
  /** The program that says so in ops of PyTorch. */
  readonly restated: Program;
  readonly oracle: Result;
  readonly verdict: Verdict;
}

const choosesAt = ({ op }: OpStep): boolean => pageOf(op)?.page.conventions !== undefined;

/** The inputs and results that are floats. */
const floatsOf = async ({ inputs, ops }: Program, against: Implementation): Promise<Floats> => {
  const names = [...new Set(callsIn(ops).flatMap(({ out = [] }) => [out].flat()))].filter((name) => name !== null);
  const seen = await against.run({ id: 'floats', inputs, ops, observe: names.map((name) => ({ name })) });
  const given = Object.keys(inputs).filter((name) => isFloat(inputs[name]!.dtype));
  if (seen.status !== 'result') return new Set(given);
  const made = names.filter((name) => {
    const one = seen.values[name];
    return one?.kind === 'tensor' && isFloat(one.dtype);
  });
  return new Set([...given, ...made]);
};

interface Made {
  readonly point: Point;
  readonly choice: Choice;
}

/** The choices that the tested library made at points to which the program may come. */
const madeIn = async (program: Program, floats: Floats, sides: Sides): Promise<readonly Made[]> => {
  const made: Made[] = [];
  for (const point of points)
    for (const step of callsIn(program.ops)) {
      const choice = point.at(step, floats) ? await probedChoice(point, step, sides) : undefined;
      if (choice !== undefined && !made.some((one) => one.choice === choice)) made.push({ point, choice });
    }
  return made;
};

/** Every step at such a point as the library does it. */
const asChosen = async (program: Program, made: readonly Made[], floats: Floats, sides: Sides): Promise<Program> => {
  let restated = program;
  for (const { point, choice } of made) {
    const alike = new Set<OpStep>();
    for (const step of callsIn(restated.ops))
      if (point.at(step, floats) && (await probedChoice(point, step, sides)) === choice) alike.add(step);
    restated = rewritten(restated, point, choice, floats, (step) => alike.has(step));
  }
  return restated;
};

/** How a result is judged by what the library chose; undefined if it chose nothing at the points of this program. */
export const byChoice = async (program: Program, actual: Outcome, sides: Sides): Promise<ByChoice | undefined> => {
  if (!callsIn(program.ops).some(choosesAt)) return undefined;
  const floats = await floatsOf(program, sides.against);
  const made = await madeIn(program, floats, sides);
  // A single one is to be named alone.
  const tries = [...(made.length > 1 ? made.map((one) => [one]) : []), made].filter((some) => some.length > 0);
  let last: ByChoice | undefined;
  for (const some of tries) {
    const restated = await asChosen(program, some, floats, sides);
    const oracle = await sides.against.run(requestOf(caseOf(restated, unjudged(program))));
    if (oracle.status !== 'result') continue;
    const verdict = judge(caseOf(program, oracleExpectation(oracle, program.ops)), actual);
    last = { ids: [...new Set(some.map(({ choice }) => choice.id))], restated, oracle, verdict };
    if (verdict.verdict === 'pass') return last;
  }
  return last;
};
