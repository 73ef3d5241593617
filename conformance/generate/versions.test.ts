import { expect, test } from 'vitest';
import { caseOf, op } from '../judge/sample.ts';
import { pages } from '../pages/pages.gen.ts';
import type { Expected } from '../values/case.ts';
import { newest } from '../versions/index.ts';
import { rawCases, versionsText } from './versions.ts';

const s = (data: number): Expected['names'] => ({ s: { dtype: 'float32', shape: [], data } });
const error = { kind: 'invalid_argument', op: 0 } as const;
const moved = caseOf({
  id: 'ops/sum/moved',
  title: { en: 'it moved | twice' },
  rules: ['reductions.C1', 'sum.C1'],
  file: 'fixtures/ops/sum.json',
  ops: [op('sum', ['x'], 's', { dim: [0] })],
  expected: { names: { ...s(3), t: { value: 1 } } },
  earlier: [
    { until: '1.13.1', expected: { names: {}, error } },
    { until: '2.6.0', expected: { names: s(2) } },
  ],
});
const dated = [
  { ...pages.sum!, since: { dim: { list: '2.0' }, keepdim: '2.7' } },
  { ...pages.neg!, since: '2.14' },
];
const linesOf = (text: string, heading: string): readonly string[] =>
  text.split(`## ${heading}\n`)[1]!.split('\n## ')[0]!.trim().split('\n');

test('each step of version tells what it was, what it is, and the case', () => {
  const text = versionsText(dated, [moved]);
  expect(linesOf(text, 'From 1.13 to 2.6')).toEqual([
    '|  | until 1.13 | in 2.6 | the case |',
    '| --- | --- | --- | --- |',
    '| `sum` | raises `invalid_argument` | `s = float32 [] 2`, `t = 1` | [it moved &#124; twice](../fixtures/ops/sum.json) (`ops/sum/moved`) |',
    '',
    '|  | takes | since |  |',
    '| --- | --- | --- | --- |',
    '| [`sum`](ops/sum.md) | a list as dim | 2.0 | 1 case |',
  ]);
  expect(linesOf(text, 'From 2.6 to 2.14')).toEqual([
    '|  | until 2.6 | in 2.14 | the case |',
    '| --- | --- | --- | --- |',
    '| `sum` | `s = float32 [] 2` | `s = float32 [] 3` | [it moved &#124; twice](../fixtures/ops/sum.json) (`ops/sum/moved`) |',
    '',
    '|  | takes | since |  |',
    '| --- | --- | --- | --- |',
    '| [`sum`](ops/sum.md) | keepdim | 2.7 | 0 cases |',
    '| [`neg`](ops/neg.md) | the op | 2.14 | 0 cases |',
  ]);
});

test('a step without a difference says so', () => {
  expect(linesOf(versionsText([], []), 'From 2.6 to 2.14')).toEqual(['No case differs.']);
});

test('every earlier of the fixtures has its line', () => {
  const cases = rawCases();
  const text = versionsText([], cases);
  for (const { id, earlier } of cases)
    for (const { until } of earlier) {
      expect(until).not.toBe(newest);
      expect(text).toContain(`(\`${id}\`)`);
    }
});
