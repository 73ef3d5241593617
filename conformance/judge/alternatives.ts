import type { Case, Expectation, Expected, ExpectedError, Request } from '../values/case.ts';
import { conventionUntil, inPlaceOf } from '../versions/index.ts';

/** One way in which a case may end: names without `either` at the top. */
export interface Alternative {
  readonly names: Readonly<Record<string, Expectation>>;
  readonly error?: ExpectedError;
}

/** Every way in which an expectation may hold; names outside `either` belong to each. */
export const alternatives = (expected: Expected): readonly Alternative[] => {
  const { names, error, either } = expected;
  if (either === undefined) return [error === undefined ? { names } : { names, error }];
  return either.flatMap(alternatives).map((other) => ({
    names: { ...names, ...other.names },
    ...(error === undefined ? {} : { error }),
    ...(other.error === undefined ? {} : { error: other.error }),
  }));
};

/** Something else that a library may do, under the id of a convention. */
export interface Choice {
  readonly id: string;
  readonly ways: readonly Alternative[];
}

/** The conventions of a case, and what PyTorch gave earlier, the latest first. */
export const choices = (c: Case): readonly Choice[] => {
  const earlier = c.earlier.map(({ until, expected }) => ({ id: conventionUntil(until), expected })).reverse();
  return [...c.conventions, ...earlier].map(({ id, expected }) => ({
    id,
    ways: alternatives(inPlaceOf(c.expected, expected)),
  }));
};

/** Every way in which a case may end, by whatever choice. */
export const allWays = (c: Case): readonly Alternative[] => [
  ...alternatives(c.expected),
  ...choices(c).flatMap(({ ways }) => ways),
];

const prints = (expectation: Expectation): boolean =>
  expectation.prints !== undefined || [...(expectation.either ?? []), ...(expectation.each ?? [])].some(prints);

/** The names that an expectation speaks of beside its own. */
const othersIn = ({ equals, differs, each = [], either = [] }: Expectation): readonly string[] => [
  ...[equals, differs].filter((name) => name !== undefined),
  ...[...each, ...either].flatMap(othersIn),
];

/** What has to be observed to judge a case: each name that any way to end speaks of, once. */
export const observed = (c: Case): Request['observe'] => {
  const names = new Map<string, boolean>();
  for (const { names: expectations } of allWays(c)) {
    for (const [name, expectation] of Object.entries(expectations)) {
      names.set(name, (names.get(name) ?? false) || prints(expectation));
      for (const other of othersIn(expectation)) names.set(other, names.get(other) ?? false);
    }
  }
  return [...names].map(([name, printed]) => (printed ? { name, prints: true } : { name }));
};
