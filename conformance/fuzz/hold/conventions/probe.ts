/** Which choice a library made at a point, found out by the least program that comes to it, once for each library. */

import { judge } from '../../../judge/index.ts';
import { labOf } from '../../../laws/check.ts';
import type { Implementation } from '../../../run/implementation.ts';
import { requestOf } from '../../../run/request.ts';
import type { OpStep } from '../../../values/case.ts';
import { caseOf, type Program, unjudged } from '../../draw/program.ts';
import type { Sides } from '../compare.ts';
import { lackedBy } from '../lacked.ts';
import { oracleExpectation } from '../oracle.ts';
import type { Choice, Point } from './choice.ts';
import { rewritten } from './rewritten.ts';

const known = new WeakMap<Implementation, Map<string, Promise<Choice | undefined>>>();

/** The probe in a dtype that the library has. */
const inDtypeOf = (tested: Implementation, probe: Program): Program | undefined => {
  const { floats } = labOf(tested);
  const dtype = floats.includes('float32') ? 'float32' : floats[0];
  if (dtype === undefined) return undefined;
  const inputs = Object.entries(probe.inputs).map(([name, value]) => [name, { ...value, dtype }]);
  return { ...probe, inputs: Object.fromEntries(inputs) };
};

const find = async (point: Point, probe: Program, { tested, against }: Sides): Promise<Choice | undefined> => {
  const asked = caseOf(probe, unjudged(probe));
  if (lackedBy(tested, asked) !== undefined) return undefined;
  const actual = await tested.run(requestOf(asked));
  const isAs = async (program: Program): Promise<boolean> => {
    const oracle = await against.run(requestOf(caseOf(program, unjudged(probe))));
    if (oracle.status !== 'result') return false;
    return judge(caseOf(probe, oracleExpectation(oracle, probe.ops)), actual).verdict === 'pass';
  };
  if (await isAs(probe)) return undefined;
  const floats = new Set(Object.keys(probe.inputs));
  for (const choice of point.choices) if (await isAs(rewritten(probe, point, choice, floats))) return choice;
  return undefined;
};

/** The choice of a library where a step comes to a point; undefined if it does there what PyTorch does, or what nobody documents. */
export const probedChoice = (point: Point, step: OpStep, sides: Sides): Promise<Choice | undefined> => {
  const probe = inDtypeOf(sides.tested, point.probe(step));
  if (probe === undefined) return Promise.resolve(undefined);
  const own = known.get(sides.tested) ?? new Map<string, Promise<Choice | undefined>>();
  known.set(sides.tested, own);
  const key = JSON.stringify(probe);
  const choice = own.get(key) ?? find(point, probe, sides);
  own.set(key, choice);
  return choice;
};
