import { expect, test } from 'vitest';
import { BEYOND_PROGRAMS, BEYOND_PYTORCH, EQUIVALENT } from './equivalent.ts';
import { reachable, speakerOf } from './fuzzed.ts';
import { referenceOracle } from './oracles.ts';
import { type Mutant, nameOf } from './score.ts';

/** All of them take minutes: `npm run mutants -- --programs`. */
const EACH = 29;

test('random programs notice mutants: of every op in turn, of the dtype, the shape, the values, the gradient', async () => {
  const names = reachable().flatMap((seat) => seat.names);
  const some = names.filter((name, i) => i % EACH === 0 && !(name in EQUIVALENT) && !(name in BEYOND_PROGRAMS));
  expect(some.length).toBeGreaterThan(25);
  const fates: Mutant[] = [];
  for (const seat of reachable()) fates.push(...(await seat.fates(2048, [referenceOracle], some)));
  expect(fates).toHaveLength(some.length);
  expect(fates.filter(({ fate }) => fate === 'survived').map(nameOf)).toEqual([]);
  expect(fates.filter(({ fate }) => fate === 'killed').length).toBeGreaterThan(20);
});

test('a mutant has to be noticed whoever it is held to', async () => {
  const blind = {
    ...referenceOracle,
    name: 'blind',
    run: async () => ({ status: 'unsupported', what: 'all' }) as const,
  };
  const seat = reachable().find((one) => one.seat === 'neg')!;
  const [mutant] = await seat.fates(128, [referenceOracle, blind], ['neg: zero for everything']);
  expect(mutant).toMatchObject({ fate: 'survived', unnoticed: [speakerOf(blind)] });
  expect(await seat.fates(128, [referenceOracle], ['neg: zero for everything'])).toMatchObject([{ fate: 'killed' }]);
});

test('a mutant is excused only where there is one of that name', () => {
  const names = new Set(reachable().flatMap((seat) => seat.names));
  for (const table of [BEYOND_PROGRAMS, BEYOND_PYTORCH])
    expect(Object.keys(table).filter((name) => !names.has(name))).toEqual([]);
});
