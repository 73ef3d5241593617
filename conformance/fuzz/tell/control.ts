import fc from 'fast-check';
import { bluntness } from '../../judge/index.ts';
import { labOf } from '../../laws/check.ts';
import { pageOf } from '../../pages/page-of.ts';
import { requestOf } from '../../run/request.ts';
import type { Case } from '../../values/case.ts';
import { callsIn } from '../../values/steps.ts';
import { boundBy, tidied } from '../draw/names.ts';
import { caseOf, type Program, unjudged } from '../draw/program.ts';
import { vocabulary } from '../draw/vocabulary.ts';
import { compare, type Sides } from '../hold/compare.ts';
import { oracleExpectation } from '../hold/oracle.ts';
import { programs } from '../shrink/arbitrary.ts';
import { withTolerances } from './tolerances.ts';

/** How many programs are drawn to find one on which an op succeeds. */
const TRIES = 400;
const nameOf = (op: string): string => pageOf(op)?.page.name ?? op;

/** The program, looking only at what the op gives, if it gives anything. */
const onlyOf = (program: Program, op: string): Program => {
  const [step] = callsIn(program.ops).filter((one) => nameOf(one.op) === nameOf(op));
  const names = boundBy(step!).filter((name) => program.observe.includes(name));
  return names.length === 0 ? program : tidied({ ...program, observe: names });
};

/**
 * A case of an op on which it succeeds, for a case in which it has to raise: the smallest of random programs on which both
 * sides agree. Undefined if there is none.
 */
export const controlOf = async (op: string, sides: Sides, id: string): Promise<Case | undefined> => {
  const own = vocabulary().filter((word) => nameOf(word.op) === nameOf(op));
  const words = own.length > 0 ? own : vocabulary();
  const dtypes = new Set(labOf(sides.tested).dtypes);
  const drawn = fc.sample(programs({ words, dtypes, most: own.length > 0 ? 1 : 2 }), { seed: 1, numRuns: TRIES });
  const suitable = drawn
    .filter((one) => one.mistake === undefined && callsIn(one.ops).some((step) => nameOf(step.op) === nameOf(op)))
    .map((one) => onlyOf(one, op))
    .filter(({ observe }) => observe.length > 0)
    .sort((a, b) => JSON.stringify(a).length - JSON.stringify(b).length);
  for (const program of suitable) {
    const compared = await compare(program, sides);
    if (compared.status !== 'agrees' || compared.raised) continue;
    const said = await sides.against.run(requestOf(caseOf(program, unjudged(program))));
    if (said.status !== 'result') continue;
    const control = withTolerances(caseOf(program, oracleExpectation(said, program.ops), id));
    if (bluntness(control).length === 0) return control;
  }
  return undefined;
};
