import { describe, expect, test } from 'vitest';
import type { Observation } from '../values/observation.ts';
import { emptyCell } from './cell.ts';
import type { Context } from './finding.ts';
import { judgeRelation } from './relation.ts';

const plain: Context = { tier: 'standard', cell: emptyCell, substituted: {} };

const tensor = (data: readonly (number | bigint)[], dtype = 'float32', shape = [data.length]): Observation =>
  ({ kind: 'tensor', dtype, shape, data }) as Observation;
const list = (...each: Observation[]): Observation => ({ kind: 'sequence', each });
const host = (value: unknown): Observation => ({ kind: 'host', value }) as Observation;

const faults = (seen: Observation, other: Observation) =>
  (['equals', 'differs'] as const).map((relation) => {
    const context = { ...plain, others: { a: other } };
    return judgeRelation('b', { [relation]: 'a' }, seen, context).mismatches.map(({ message }) => message);
  });

describe('what one name holds', () => {
  test.each<[string, Observation, Observation]>([
    ['elements', tensor([1, Number.NaN]), tensor([1, Number.NaN])],
    ['integers', tensor([1n], 'int64'), tensor([1n], 'int64')],
    ['a sequence', list(tensor([1]), host(2)), list(tensor([1]), host(2))],
    ['a host value', host([1n, true]), host([1n, true])],
    ['nothing', { kind: 'null' }, { kind: 'null' }],
  ])('is what another one holds: %s', (_, one, other) => {
    expect(faults(one, other)).toEqual([[], ['is the same as a']]);
  });

  test.each<[string, Observation, Observation]>([
    ['an element', tensor([1, 2]), tensor([1, 3])],
    ['the sign of zero', tensor([0]), tensor([-0])],
    ['the dtype', tensor([1]), tensor([1], 'float64')],
    ['the shape', tensor([1, 2]), tensor([1, 2], 'float32', [2, 1])],
    ['an item', list(tensor([1]), tensor([2])), list(tensor([1]), tensor([3]))],
    ['the number of items', list(tensor([1])), list()],
    ['a host value', host(1), host(2)],
    ['its kind', tensor([1]), { kind: 'null' }],
  ])('differs by %s', (_, one, other) => {
    expect(faults(one, other)).toEqual([['is not the same as a'], []]);
  });

  test('has nothing to do with what was not observed', () => {
    expect(judgeRelation('b', { equals: 'a' }, host(1), plain).stop?.verdict).toBe('error');
    expect(judgeRelation('b', {}, host(1), plain).mismatches).toEqual([]);
  });
});
