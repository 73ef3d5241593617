import { expect, test } from 'vitest';
import { caseOf } from '../judge/sample.ts';
import { listing } from './match.ts';
import { parseKnown } from './parse.ts';

const cases = [
  ...['ops/sum/keeps', 'ops/sum/drops', 'ops/cat/joins'],
  ...Array.from({ length: 21 }, (_, i) => `ops/many/n${i}`),
].map((id) => caseOf({ id }));
const of = (text: string) => listing(parseKnown(text), cases);

test('an id lists its case, a glob all that it covers', () => {
  const { byId, ids, stale, faults } = of('ops/sum/* # threw\n\nops/cat/joins # wrong_value\nops/many/n1* # crash\n');
  expect([...byId].slice(0, 3).map(([id, { line }]) => [id, line])).toEqual([
    ['ops/sum/keeps', 1],
    ['ops/sum/drops', 1],
    ['ops/cat/joins', 3],
  ]);
  expect([...ids.values()].map((listed) => listed.length)).toEqual([2, 1, 11]);
  expect([stale, faults]).toEqual([[], []]);
});

test('every line that lists nothing is named, with what it may have meant', () => {
  expect(of('# -\nops/sum/keps # threw\n  ops/sum # threw\nnothing # threw\n').stale).toEqual([
    { line: 2, column: 1, message: 'no case matches "ops/sum/keps"; did you mean "ops/sum/keeps"?' },
    {
      ...{ line: 3, column: 3 },
      message: 'no case matches "ops/sum"; expected the ids of cases: "ops/sum/*" lists all of a topic',
    },
    { line: 4, column: 1, message: 'no case matches "nothing"' },
  ]);
});

test('a glob over more than 20 cases is refused, and one over 20 is not', () => {
  expect(of('ops/many/* # threw').faults).toEqual([
    { line: 1, column: 1, message: '"ops/many/*" covers 21 cases; expected at most 20' },
  ]);
  expect(of('ops/many/n[!0]* # threw').faults).toEqual([]);
});

test('a case that two lines list is refused at the second', () => {
  expect(of('ops/sum/keeps # threw\nops/sum/* # threw').faults).toEqual([
    { line: 2, column: 1, message: 'ops/sum/keeps is listed on line 1 already' },
  ]);
});
