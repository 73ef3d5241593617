import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pages } from '../../pages/pages.gen.ts';
import { move, notMoved } from './moves.ts';

const views = Object.values(pages)
  .filter(({ view }) => view === true)
  .map(({ name }) => name);
const drawn = new Set(
  [
    [2, 3],
    [1, 2, 3],
  ].flatMap((shape) => fc.sample(move(shape), { numRuns: 300, seed: 1 }).map(({ op }) => op.op)),
);

test.each(views)('%s is drawn as a view, or there is a reason why not', (op) => {
  expect(drawn.has(op)).toBe(!(op in notMoved));
});

test('every reason is one of a view that would be drawn without it', () => {
  expect(Object.keys(notMoved).filter((op) => !views.includes(op))).toEqual([]);
  for (const reason of Object.values(notMoved)) expect(reason).toMatch(/^\p{Ll}+( \S+){3,}[^.]$/u);
});
