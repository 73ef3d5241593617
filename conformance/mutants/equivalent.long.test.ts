import { expect, test } from 'vitest';
import adapter from '../adapters/reference/index.ts';
import { loadSuite } from '../load/suite.ts';
import { BEYOND_CASES, EQUIVALENT } from './equivalent.ts';
import { tools } from './reference.ts';
import { asThirdParty, nameOf, score } from './score.ts';

test('every mutant that is set aside survives all cases: none is noticed, and none changes nothing', async () => {
  const aside = new Set([...Object.keys(EQUIVALENT), ...Object.keys(BEYOND_CASES)]);
  const seats = new Set(Array.from(aside, (name) => name.slice(0, name.indexOf(': '))));
  const mutants = await score(asThirdParty(adapter), tools, loadSuite().cases, {
    seat: (name) => seats.has(name),
    mutation: ({ name }, seat) => aside.has(nameOf({ seat, mutation: name })),
  });
  expect(new Set(mutants.map(nameOf))).toEqual(aside);
  expect(mutants.filter(({ fate }) => fate !== 'survived')).toEqual([]);
}, 600_000);
