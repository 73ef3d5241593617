import { expect, test } from 'vitest';
import type { Verdict, VerdictName } from '../values/verdict.ts';
import { rerunAlone } from './rerun-alone.ts';

const one = (id: string, verdict: VerdictName): Verdict =>
  verdict === 'fail' ? { id, verdict, reason: 'threw', message: 'no' } : { id, verdict };

/** Cases `a`, `b`, …, each of which follows the one before it, as they ended together and as they end alone. */
const looked = async (
  together: readonly VerdictName[],
  alone: readonly VerdictName[],
  expected: readonly string[] = [],
) => {
  const name = (i: number): string => 'abcdefghijklmnopqrstuvwxyz'[i]!;
  const verdicts = together.map((verdict, i) => one(name(i), verdict));
  const asked: string[] = [];
  const found = await rerunAlone(verdicts, {
    alone: async (id) => {
      asked.push(id);
      return one(id, alone[id.charCodeAt(0) - 97]!);
    },
    before: (id) => (id === 'a' ? undefined : String.fromCharCode(id.charCodeAt(0) - 1)),
    expected: ({ id }) => expected.includes(id),
  });
  return {
    asked,
    found: Object.fromEntries([...found].map(([id, { verdict, notes }]) => [id, [verdict, ...(notes ?? [])]])),
  };
};

test('nothing is run again where all is well, or fails as it is known to', async () => {
  expect(await looked(['pass', 'unsupported', 'convention'], [])).toEqual({ asked: [], found: {} });
  expect(await looked(['fail', 'crash'], [], ['a', 'b'])).toEqual({ asked: [], found: {} });
});

test('a crash that comes again alone is its own', async () => {
  expect(await looked(['pass', 'crash'], ['pass', 'crash'])).toEqual({ asked: ['b'], found: {} });
});

test('a crash that the case before it left behind is that one’s', async () => {
  expect((await looked(['pass', 'crash'], ['crash', 'pass'])).found).toEqual({
    a: ['crash', 'it ended as crash while b ran'],
    b: ['pass', 'run again alone, since a left behind what ended the worker'],
  });
});

test('a timeout that nobody repeats stays one, with what is known of it', async () => {
  expect((await looked(['pass', 'timeout'], ['pass', 'pass'])).found).toEqual({
    b: [
      'timeout',
      'run alone it ends as pass: what did this may be left from cases before it, the last of which was a',
    ],
  });
  expect((await looked(['crash'], ['fail'])).found).toEqual({
    a: ['crash', 'run alone it ends as threw: what did this may be left from cases before it'],
  });
});

test('a failure that passes alone stays one, and says so; only the first few are run again', async () => {
  const note = 'it passes when it is run alone: the library keeps state from one case to the next';
  const { asked, found } = await looked(['fail', 'error', 'fail'], ['pass', 'error', 'fail']);
  expect([asked, found]).toEqual([['a', 'b', 'c'], { a: ['fail', note] }]);
  const many = Array.from({ length: 20 }, (): VerdictName => 'fail');
  expect((await looked(many, many)).asked).toHaveLength(8);
});

test('a library that always hangs is not waited for again', async () => {
  const many = Array.from({ length: 4 }, (): VerdictName => 'timeout');
  expect((await looked(many, many)).asked).toEqual([]);
});
