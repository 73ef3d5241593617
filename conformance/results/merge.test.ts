import { describe, expect, test } from 'vitest';
import type { Results } from '../reporters/index.ts';
import { reportOf, wrongValue } from '../reporters/report-sample.ts';
import { shardOf } from '../select/shard.ts';
import { type From, mergeShards, NotOneRun } from './merge.ts';
import { resultsOf } from './sample.ts';

const whole = reportOf([{}, wrongValue, {}, {}, {}, {}, {}]);
const suite = { digest: whole.suite.digest, cases: whole.cases };
const shard = (index: number, of = 3): From => {
  const verdicts = shardOf(whole.cases, { index, of }).map(({ id }) => whole.verdicts.find((one) => one.id === id)!);
  return { file: `${index}.json`, results: resultsOf(verdicts, { index, of, cases: whole.cases.length }) };
};
const changed = (from: From, change: Partial<Results>): From => ({
  file: from.file,
  results: { ...from.results, ...change },
});
const refusal = (...parts: From[]): [string, boolean] => {
  try {
    mergeShards(parts, suite);
  } catch (error) {
    expect(error).toBeInstanceOf(NotOneRun);
    const { message, incomplete } = error as NotOneRun;
    return [message, incomplete];
  }
  return ['was merged', false];
};

test('all shards, in any order, are the run that they are parts of', () => {
  const { cases, verdicts } = mergeShards([shard(3), shard(1), shard(2)], suite);
  expect(cases).toEqual(whole.cases);
  expect(verdicts).toEqual(whole.verdicts);
  expect(mergeShards([shard(1, 1)], suite).verdicts).toEqual(whole.verdicts);
});

test('a part of the suite may have been chosen', () => {
  const chosen = whole.cases.slice(2, 4).map(({ id }) => ({ id }));
  const part = (index: number): From => ({
    file: `${index}.json`,
    results: resultsOf([chosen[index - 1]!], { index, of: 2, cases: 2 }),
  });
  expect(mergeShards([part(1), part(2)], suite).cases).toEqual(whole.cases.slice(2, 4));
  expect(refusal(part(1), { ...part(2), results: part(1).results })[0]).toBe('2.json is shard 1 of 2, as is 1.json');
});

test('a missing shard is an incomplete run', () => {
  expect(refusal(shard(2))).toEqual(['shards 1, 3 of 3 missing', true]);
  expect(refusal(shard(1), shard(3))).toEqual(['shard 2 of 3 missing', true]);
});

test('a doubled shard is refused', () => {
  expect(refusal(shard(1), shard(2), shard(2), shard(3))).toEqual(['2.json is shard 2 of 3, as is 2.json', false]);
});

test('results that are no shard are refused', () => {
  expect(refusal(shard(1), { file: 'all.json', results: resultsOf([{}]) })).toEqual([
    'all.json is no shard; expected the results of tconf run --shard',
    false,
  ]);
});

describe('shards of different runs are refused', () => {
  const other = (change: Partial<Results>) => refusal(shard(1), changed(shard(2), change), shard(3))[0];
  test('by their suite', () => {
    const { suite: own } = shard(2).results;
    expect(other({ suite: { ...own, digest: 'b'.repeat(64) } })).toBe(
      '2.json has another suite than 1.json: 0.1.0 (bbbbbbbbbbbb), not 0.1.0 (aaaaaaaaaaaa)',
    );
    expect(other({ suite: { ...own, digest: `${'a'.repeat(63)}b` } })).toBe('2.json is of another suite');
    expect(other({ suite: { ...own, version: '9.9.9' } })).toMatch(/^2.json has another suite than 1.json: 9.9.9/);
  });
  test('by their adapter', () => {
    expect(other({ adapter: { name: 'tensors', version: '2' } })).toBe(
      '2.json has another adapter than 1.json: tensors 2, not tensors 1.2.3',
    );
    expect(other({ adapter: { name: 'bare' } })).toMatch(/: bare, not tensors 1.2.3$/);
  });
  test('by their tolerance and their number', () => {
    expect(other({ tolerance: 'relaxed' })).toMatch(/another tolerance .*: relaxed, not standard$/);
    expect(refusal(shard(1), shard(2, 2))[0]).toMatch(/another number of shards .*: 2, not 3$/);
    expect(other({ shard: { index: 2, of: 3, cases: 8 } })).toMatch(/another number of cases .*: 8, not 7$/);
  });
});

test('shards of another suite than the one at hand are refused', () => {
  expect(() => mergeShards([shard(1, 1)], { ...suite, digest: 'c'.repeat(64) })).toThrow(
    '1.json is of the suite aaaaaaaaaaaa, which is not the one here, cccccccccccc',
  );
});

test('a case in two shards, or in none, is refused', () => {
  const copied = resultsOf([...shard(2).results.cases, shard(1).results.cases[0]!], { index: 2, of: 3, cases: 7 });
  expect(refusal(shard(1), { file: '2.json', results: copied }, shard(3))[0]).toBe(
    '2.json holds ops/case/n0, which another shard holds too',
  );
  const shrunk = resultsOf(shard(2).results.cases.slice(1), { index: 2, of: 3, cases: 7 });
  expect(refusal(shard(1), { file: '2.json', results: shrunk }, shard(3))).toEqual([
    'the shards hold 6 of the 7 cases that were chosen',
    true,
  ]);
  const foreign = resultsOf([{ id: 'x/y/z' }, ...shard(2).results.cases.slice(1)], { index: 2, of: 3, cases: 7 });
  expect(refusal(shard(1), { file: '2.json', results: foreign }, shard(3))[1]).toBe(true);
});
