import fc from 'fast-check';
import { expect, test } from 'vitest';
import reference from '../../adapters/reference/index.ts';
import { labOf } from '../../laws/check.ts';
import type { Implementation } from '../../run/implementation.ts';
import { inProcess } from '../../run/in-process.ts';
import type { Outcome } from '../../values/observation.ts';
import { callsIn } from '../../values/steps.ts';
import { fixedWords } from '../draw/words-sample.ts';
import { compare } from '../hold/compare.ts';
import { programs } from './arbitrary.ts';
import { shrink } from './shrink.ts';

const against = await inProcess(reference);
const dtypes = new Set(labOf(against).dtypes);
const arbitrary = programs({ words: fixedWords, dtypes });

/** The longest of some programs that use `cumsum`, so that there is much to take away. */
const longest = (seed: number) =>
  fc
    .sample(arbitrary, { seed, numRuns: 200 })
    .filter(({ ops, mistake }) => mistake === undefined && callsIn(ops).some(({ op }) => op === 'cumsum'))
    .sort((a, b) => callsIn(b.ops).length - callsIn(a.ops).length)
    .slice(0, 3);

test.each<[Outcome, number]>([
  [{ status: 'crash', message: 'gone' }, 41],
  [{ status: 'timeout', after: 5 }, 26],
])('what dies of one op comes down to that op, from any program and in few deaths: %j', async (outcome, most) => {
  let died = 0;
  const tested: Implementation = {
    ...against,
    run: (request) => {
      if (!callsIn(request.ops).some(({ op }) => op === 'cumsum')) return against.run(request);
      died++;
      return Promise.resolve(outcome);
    },
  };
  for (let seed = 1; seed <= 36; seed++)
    for (const program of longest(seed)) {
      const first = await compare(program, { tested, against });
      if (first.status !== 'differs') continue;
      died = 0;
      const { program: small } = await shrink(first, { tested, against });
      expect([seed, callsIn(small.ops).map(({ op }) => op)]).toEqual([seed, ['cumsum']]);
      expect(died).toBeLessThanOrEqual(most + 1);
    }
});
