import type { Case, Convention, Expectation, Expected, ExpectedError, Request } from '../case.ts';

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

/** What holds under a convention: its names take the place of the case's own, and the rest is as ever. */
export const underConvention = (c: Case, { expected }: Convention): readonly Alternative[] => {
  const raisesNoMore = c.expected.error !== undefined && expected.error === undefined;
  const kept = raisesNoMore ? {} : c.expected.names;
  return alternatives({ ...expected, names: { ...kept, ...expected.names } });
};

const prints = (expectation: Expectation): boolean =>
  expectation.prints !== undefined || [...(expectation.either ?? []), ...(expectation.each ?? [])].some(prints);

/** What has to be observed to judge a case: each name that any alternative or convention speaks of, once. */
export const observed = (c: Case): Request['observe'] => {
  const all = [...alternatives(c.expected), ...c.conventions.flatMap((convention) => underConvention(c, convention))];
  const names = new Map<string, boolean>();
  for (const { names: expectations } of all) {
    for (const [name, expectation] of Object.entries(expectations)) {
      names.set(name, (names.get(name) ?? false) || prints(expectation));
    }
  }
  return [...names].map(([name, printed]) => (printed ? { name, prints: true } : { name }));
};
