import { expect, test } from 'vitest';
import { caseOf } from '../judge/sample.ts';
import { parseShard, shardOf } from './shard.ts';

const cases = Array.from({ length: 23 }, (_, i) => caseOf({ id: `ops/sum/n${i}` }));

test('the parts hold each case once, in its order, and differ by one case at most', () => {
  for (const of of [1, 2, 5, 23, 40]) {
    const parts = Array.from({ length: of }, (_, i) => shardOf(cases, { index: i + 1, of }));
    const sizes = parts.map((part) => part.length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    expect(new Set(parts.flat())).toEqual(new Set(cases));
    expect(parts.flat()).toHaveLength(23);
    for (const part of parts) expect(part).toEqual(cases.filter((one) => part.includes(one)));
  }
});

test('the same part of the same cases is the same', () => {
  expect(shardOf(cases, { index: 2, of: 3 })).toEqual(shardOf([...cases], { index: 2, of: 3 }));
});

test('a part is written as its number of how many', () => {
  expect(parseShard('2/5')).toEqual({ index: 2, of: 5 });
  for (const text of ['', '2', '0/5', '6/5', '1/0', '-1/5', '1/2/3', '1.5/2', ' 1/2', 'a/b', '1/9999999'])
    expect(parseShard(text)).toBeUndefined();
});
