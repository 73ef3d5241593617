import { expect, test } from 'vitest';
import { pages } from '../../pages/pages.gen.ts';
import { roleOf } from '../../pages/role.ts';
import { trialsOf } from '../sample.ts';
import { modules } from './modules.ts';
import { comparedPlaces, placesOf } from './sample.ts';

const compared = comparedPlaces(900);
const all = Object.values(pages);

test.each(all.flatMap(placesOf))('a law compares the gradient of %s with differences', (place) => {
  expect(compared).toContain(place);
});

test('a place that no law draws would be told', () => {
  expect(compared).not.toContain('where condition');
  expect(compared).not.toContain('argmax input');
});

test('every module that applies a function is drawn with its parameters', () => {
  const made = new Set(trialsOf(modules, 300).flatMap(({ ops }) => ops.map((step) => ('op' in step ? step.op : ''))));
  const due = all.filter((page) => roleOf(page) === 'module' && page.functional !== undefined);
  expect(due.map(({ name }) => name).filter((name) => !made.has(name))).toEqual([]);
});
