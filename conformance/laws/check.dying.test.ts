import { describe, expect, test } from 'vitest';
import reference from '../adapters/reference/index.ts';
import type { Outcome } from '../observation.ts';
import type { Implementation } from '../run/implementation.ts';
import { inProcess } from '../run/in-process.ts';
import { commutes } from './broadcasting/commutes.ts';
import { check } from './check.ts';

const right = await inProcess(reference);

describe('a law on which a library dies, or does not answer, is broken', () => {
  test.each<[Outcome, number]>([
    [{ status: 'crash', message: 'gone' }, 41],
    [{ status: 'timeout', after: 5 }, 26],
  ])('%j, and is made smaller in few tries', async (outcome, most) => {
    let died = 0;
    const library: Implementation = {
      ...right,
      run: (request) => {
        if (!Object.values(request.inputs).some(({ shape }) => shape.length > 0)) return right.run(request);
        died++;
        return Promise.resolve(outcome);
      },
    };
    const result = await check(commutes, library, { seed: 1, runs: 100 });
    expect(result).toMatchObject({ status: 'broken', verdict: { verdict: outcome.status } });
    expect(died).toBeGreaterThan(1);
    expect(died).toBeLessThanOrEqual(most);
  });
});
