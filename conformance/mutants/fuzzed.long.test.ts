import { expect, test } from 'vitest';
import { BEYOND_PROGRAMS, EQUIVALENT } from './equivalent.ts';
import { reachable } from './fuzzed.ts';
import { nameOf } from './score.ts';

/** All of them take minutes: `npm run mutants -- --programs`. */
const EACH = 29;

test('random programs notice mutants: of every op in turn, of the dtype, the shape, the values, the gradient', async () => {
  const some = reachable().filter(
    ({ name }, i) => i % EACH === 0 && !(name in EQUIVALENT) && !(name in BEYOND_PROGRAMS),
  );
  expect(some.length).toBeGreaterThan(25);
  const fates = await Promise.all(some.map(({ fate }) => fate(2048)));
  expect(fates.filter(({ fate }) => fate === 'survived').map(nameOf)).toEqual([]);
  expect(fates.filter(({ fate }) => fate === 'killed').length).toBeGreaterThan(20);
});

test('a mutant is excused only where there is one of that name', () => {
  const names = new Set(reachable().map(({ name }) => name));
  expect(Object.keys(BEYOND_PROGRAMS).filter((name) => !names.has(name))).toEqual([]);
});
