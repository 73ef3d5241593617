/** A law that is broken, held to the word of the other side: it alone tells which of the law's sides is wrong. */

import { judge } from '../../judge/index.ts';
import type { LawResult } from '../../laws/check.ts';
import type { Trial } from '../../laws/law.ts';
import { requestOf } from '../../run/request.ts';
import type { Case, Expectation } from '../../values/case.ts';
import { isFloat } from '../../values/dtypes.ts';
import { caseOf, type Program } from '../draw/program.ts';
import { compare, type Difference, type Sides } from './compare.ts';
import { lackedBy } from './lacked.ts';
import { isAnswer, named, oracleExpectation } from './oracle.ts';

export type BrokenLaw = Extract<LawResult, { status: 'broken' }>;

const programOf = ({ inputs, ops, observe }: Trial): Program => ({
  inputs,
  ops,
  observe: observe.length > 0 ? observe : named(ops),
});

/** Texts are compared as they are: no program of random ones looks at them. */
const printedOtherwise = async (program: Program, prints: readonly string[], { tested, against }: Sides) => {
  const names = Object.fromEntries(prints.map((name) => [name, { prints: '' }]));
  const asked = caseOf(program, { names });
  if (lackedBy(tested, asked) !== undefined || lackedBy(against, asked) !== undefined) return undefined;
  const [actual, oracle] = [await tested.run(requestOf(asked)), await against.run(requestOf(asked))];
  if (!isAnswer(oracle)) return undefined;
  const one = caseOf(program, oracleExpectation(oracle, program.ops));
  const verdict = judge(one, actual);
  return verdict.verdict === 'fail' ? ({ status: 'differs', program, case: one, verdict } as const) : undefined;
};

/** Whether it says nothing of floats that ops round: what is said of them as one library has it need not hold for another. */
const isSure = ({ dtype, data, value, tolerance, each = [], either = [] }: Expectation): boolean =>
  [...each, ...either].every(isSure) &&
  value === undefined &&
  (data === undefined || (dtype !== undefined && !isFloat(dtype))) &&
  (tolerance === undefined || tolerance === 'exact');

/** The law's own word, where it is one that any library can be held to. */
export const ownWord = ({ counterexample }: BrokenLaw): Case | undefined => {
  const { names, error } = counterexample.expected;
  const says = error !== undefined || Object.keys(names).length > 0;
  return says && Object.values(names).every(isSure) ? counterexample : undefined;
};

/** Where the tested side differs from the other one in the program that breaks a law; undefined if it does not, or nobody can tell. */
export const differenceOf = async ({ trial }: BrokenLaw, sides: Sides): Promise<Difference | undefined> => {
  const program = programOf(trial);
  if (trial.prints !== undefined) return printedOtherwise(program, trial.prints, sides);
  const compared = await compare(program, sides);
  return compared.status === 'differs' ? compared : undefined;
};
