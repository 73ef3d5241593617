import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pages } from '../../pages/pages.gen.ts';
import type { Dtype } from '../../values/case.ts';
import { drawn } from './arbitrary.ts';
import { copied } from './copies.ts';
import { Draft } from './draft.ts';
import { drawCall } from './draw-call.ts';

const mood = {
  dtypes: new Set<Dtype>(['float32', 'int64']),
  places: true,
  without: new Set<string>(),
  gradients: true,
  special: false,
};

test.each(copied)('calls of $op are left out where $because, and others are not', ({ op, when }) => {
  const word = { op, page: pages[op]!, weight: 1 };
  const calls = fc.sample(
    drawn((dice) => drawCall(new Draft(dice, mood), word)),
    { numRuns: 200, seed: 1 },
  );
  const leftOut = calls.filter((call) => call !== undefined).map(when);
  expect(new Set(leftOut)).toEqual(new Set([true, false]));
});
