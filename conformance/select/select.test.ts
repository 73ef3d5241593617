import { describe, expect, test } from 'vitest';
import type { Case } from '../values/case.ts';
import { NothingMatches, select } from './select.ts';

const cases = [
  'note/1-numeric/arange-a',
  'note/1-numeric/arange-b',
  'note/1-numeric/zeros',
  'note/2-linear/dot',
  'ops/nn.Linear/dot',
  'ops/sum/dot',
].map((id) => ({ id }) as Case);
const ids = (...patterns: readonly string[]): readonly string[] => select(cases, patterns).map(({ id }) => id);

describe('a pattern names', () => {
  test.each<[string, readonly number[]]>([
    ['note/1-numeric/zeros', [2]],
    ['note/1-numeric', [0, 1, 2]],
    ['note/1-numeric/', [0, 1, 2]],
    ['fixtures/note/1-numeric.json', [0, 1, 2]],
    ['note', [0, 1, 2, 3]],
    ['note/*', [0, 1, 2, 3]],
    ['note/1-*/arange-*', [0, 1]],
    ['*/*/dot', [3, 4, 5]],
    ['**/dot', [3, 4, 5]],
    ['ops/nn.*', [4]],
    ['ops/{sum,nn.Linear}/*', [4, 5]],
    ['zeros', [2]],
    ['dot', [3, 4, 5]],
    ['nn.Linear/dot', [4]],
  ])('%s', (pattern, places) => expect(ids(pattern)).toEqual(places.map((i) => cases[i]!.id)));
});

test('several patterns add up, in the order of the suite and without doubles', () => {
  expect(ids('ops/sum', 'note/2-linear', '**/dot')).toEqual(['note/2-linear/dot', 'ops/nn.Linear/dot', 'ops/sum/dot']);
});

test('no pattern names all', () => expect(ids()).toHaveLength(cases.length));

describe('a pattern without a case is refused, with the nearest name', () => {
  test.each([
    ['ops/summ', 'no case matches "ops/summ"; did you mean "ops/sum"?'],
    ['note/1-numeric/zeroes', 'no case matches "note/1-numeric/zeroes"; did you mean "note/1-numeric/zeros"?'],
    ['nothing/like/it/*', 'no case matches "nothing/like/it/*"'],
    ['', 'no case matches ""'],
    ['range-a', 'no case matches "range-a"; it is part of note/1-numeric/arange-a'],
    [
      '1-num',
      'no case matches "1-num"; it is part of note/1-numeric/arange-a, note/1-numeric/arange-b, note/1-numeric/zeros',
    ],
    ['linear/d', 'no case matches "linear/d"; it is part of note/2-linear/dot'],
  ])('%s', (pattern, message) => {
    expect(() => ids('note', pattern)).toThrow(NothingMatches);
    expect(() => ids(pattern)).toThrow(message);
  });
});
