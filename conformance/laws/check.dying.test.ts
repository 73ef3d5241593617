import { describe, expect, test } from 'vitest';
import reference from '../adapters/reference/index.ts';
import type { Implementation } from '../run/implementation.ts';
import { inProcess } from '../run/in-process.ts';
import type { Outcome } from '../values/observation.ts';
import { commutes } from './broadcasting/commutes.ts';
import { check } from './check.ts';
import { stdSquaredIsVar } from './reductions/std-squared-is-var.ts';

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

test('a law on which a library answers with what no statement can look at is broken, and ends nothing', async () => {
  const many = { kind: 'tensor', dtype: 'float64', shape: [500], data: new Array<number>(500).fill(1) } as const;
  const library: Implementation = {
    ...right,
    run: async ({ observe }) => ({
      status: 'result',
      values: Object.fromEntries(observe.map(({ name }) => [name, many])),
    }),
  };
  const result = await check(stdSquaredIsVar, library, { seed: 1, runs: 20 });
  expect(result).toMatchObject({
    status: 'broken',
    verdict: { verdict: 'error', message: expect.stringMatching(/^what came cannot be held to the law: /) },
  });
});
