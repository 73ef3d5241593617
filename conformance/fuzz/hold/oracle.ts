/** What the side whose word counts says of a program, as what is expected of the other. */
import { written } from '../../author/expectation.ts';
import { pageOf } from '../../pages/page-of.ts';
import { requestOf } from '../../run/request.ts';
import type { Expectation, Expected, Step } from '../../values/case.ts';
import type { Host, Observation, Outcome } from '../../values/observation.ts';
import { callsIn } from '../../values/steps.ts';
import { binds } from '../draw/step.ts';
import { lackedBy } from './lacked.ts';
import { type Asked, type Compared, skipped } from './stage.ts';

export type Answer = Extract<Outcome, { status: 'result' | 'threw' }>;
export const isAnswer = (outcome: Outcome): outcome is Answer =>
  outcome.status === 'result' || outcome.status === 'threw';

/** What the side says whose word counts. It ends where that says nothing. */
export const oracle = async ({
  sides: { against },
  case: asked,
}: Asked): Promise<Compared | { readonly oracle: Answer }> => {
  const lacks = lackedBy(against, asked);
  if (lacks !== undefined) return skipped(`${against.name}: ${lacks}`);
  const answer = await against.run(requestOf(asked));
  if (isAnswer(answer)) return { oracle: answer };
  return skipped(
    `${against.name}: ${'message' in answer ? answer.message : 'what' in answer ? answer.what : answer.status}`,
  );
};

/** Ops that give nothing but ints. */
const INTS: ReadonlySet<string | undefined> = new Set(['int', 'ints', 'size']);

const asInts = (value: Host): Host => {
  if (Array.isArray(value)) return value.map(asInts);
  return typeof value === 'number' && Number.isSafeInteger(value) && !Object.is(value, -0) ? BigInt(value) : value;
};

/** A number of JavaScript that is integral is an int or a float of Python: either, where the op's page does not say which. */
const expectationOf = (name: string, seen: Observation, ops: readonly Step[]): Expectation => {
  const plain = written(seen, undefined).expectation;
  if (seen.kind !== 'host') return plain;
  const ints = written({ ...seen, value: asInts(seen.value) }, undefined).expectation;
  if (JSON.stringify(ints) === JSON.stringify(plain)) return plain;
  const step = callsIn(ops).find((one) => binds(one, name));
  const type = step && pageOf(step.op)?.page.results[0]?.type;
  return INTS.has(type) ? ints : { either: [ints, plain] };
};

/** How a program ended, as an expectation. */
export const oracleExpectation = (answer: Answer, ops: readonly Step[]): Expected => {
  if (answer.status === 'result')
    return {
      names: Object.fromEntries(
        Object.entries(answer.values).map(([name, seen]) => [name, expectationOf(name, seen, ops)]),
      ),
    };
  const { op, kind = 'invalid_argument' } = answer;
  return { names: {}, error: { kind, op: op.length === 1 ? op[0]! : op } };
};

/** Everything that steps give a name. */
export const named = (ops: readonly Step[]): readonly string[] =>
  callsIn(ops).flatMap(({ out = [] }) => [out].flat().filter((name) => name !== null));
