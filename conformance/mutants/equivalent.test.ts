import { expect, test } from 'vitest';
import adapter from '../adapters/reference/index.ts';
import { BEYOND_CASES, EQUIVALENT } from './equivalent.ts';
import { asThirdParty, nameOf } from './score.ts';
import { seats } from './seats.ts';

test('a mutant is set aside once, with a reason, and only where there is one of that name', () => {
  const names = seats(asThirdParty(adapter)).flatMap(({ name, mutations }) =>
    mutations.map((mutation) => nameOf({ seat: name, mutation: mutation.name })),
  );
  for (const table of [EQUIVALENT, BEYOND_CASES]) {
    expect(Object.keys(table).filter((name) => !names.includes(name))).toEqual([]);
    expect(Object.values(table)).not.toContain('');
  }
  expect(Object.keys(EQUIVALENT).filter((name) => name in BEYOND_CASES)).toEqual([]);
});
