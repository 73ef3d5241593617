/** What the side whose word counts says of a case, as what is expected of the other. */
import { written } from '../author/expectation.ts';
import type { Case, Expected } from '../case.ts';
import type { Outcome } from '../observation.ts';
import type { Implementation } from '../run/implementation.ts';
import { requestOf } from '../run/request.ts';
import { stepsOf } from './cause.ts';

export type Ended = Extract<Outcome, { status: 'result' | 'threw' }>;
export const isEnded = (outcome: Outcome): outcome is Ended =>
  outcome.status === 'result' || outcome.status === 'threw';

/** An outcome as an expectation. */
export const expectedFrom = (said: Ended): Expected => {
  const names = Object.fromEntries(
    Object.entries(said.values ?? {}).map(([name, seen]) => [name, written(seen, undefined).expectation]),
  );
  if (said.status === 'result') return { names };
  const { op, kind = 'invalid_argument' } = said;
  return { names: {}, error: { kind, op: op.length === 1 ? op[0]! : op } };
};

const isEmpty = ({ names, error, either }: Expected): boolean =>
  Object.keys(names).length === 0 && error === undefined && either === undefined;

/** Everything that the steps of a case give a name. */
const named = ({ ops }: Case): readonly string[] =>
  stepsOf(ops).flatMap(({ out = [] }) => [out].flat().filter((name) => name !== null));

/**
 * A case that a library did not live through, or broke off, expects nothing: it is given what the other side says, so that it
 * can be replayed. undefined if that side cannot run it.
 */
export const completed = async (one: Case, against: Implementation): Promise<Case | undefined> => {
  if (!isEmpty(one.expected)) return one;
  const names = Object.fromEntries(named(one).map((name) => [name, {}]));
  const said = await against.run(requestOf({ ...one, expected: { names } }));
  return isEnded(said) ? { ...one, expected: expectedFrom(said) } : undefined;
};
