import { expect, test } from 'vitest';
import reference from '../adapters/reference/index.ts';
import { wrongOp } from '../faults/laws/fault.ts';
import { vocabulary } from '../fuzz/draw/vocabulary.ts';
import { fuzz } from '../fuzz/fuzz.ts';
import { inProcess } from '../run/in-process.ts';
import { totalLines } from './fuzz-totals.ts';

test('what a corner excuses is counted under its id', async () => {
  const positive = wrongOp(
    'relu',
    (right, { ops }) =>
      (x, o) =>
        ops.add!(right(x, o), 0, {}),
  );
  const words = vocabulary().filter(({ op }) => op === 'relu');
  const sides = { tested: await inProcess(positive()), against: await inProcess(reference) };
  const programs = await fuzz(sides, { seed: 1, runs: 128, words });
  const lines = totalLines({ laws: [], unreached: 0, programs });
  expect(lines.slice(2)).toContainEqual(
    expect.stringMatching(/^ +\d+ {2}sign-of-zero-of-relu: whether -0 keeps its sign in relu is open \(relu\.C1\)$/),
  );
});
