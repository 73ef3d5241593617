import { expect, test } from 'vitest';
import type { Verdict } from '../values/verdict.ts';
import { passedThrough } from './passed-through.ts';

const pass = (...notes: string[]): Verdict => ({ id: 'a', verdict: 'pass', notes });
const adapted = 'adapted by the adapter: T';
const composed = 'composed by the adapter: std';

test('passes that are not plain calls are counted, each once', () => {
  const verdicts = [pass(), pass(adapted), pass(composed, adapted), pass('int32 stands in for int64')];
  expect(passedThrough(verdicts)).toBe(
    'Of the 4 passes, 1 through entries that the adapter adapts and 1 through ops that it composes.',
  );
  expect(passedThrough([pass(), pass(adapted)])).toBe('Of the 2 passes, 1 through entries that the adapter adapts.');
});

test('failures are not counted, and without such passes there is nothing to say', () => {
  expect(passedThrough([pass(), { id: 'b', verdict: 'fail', reason: 'threw', notes: [adapted] }])).toBeUndefined();
});
