import { describe, expect, test } from 'vitest';
import type { Case, Request } from '../values/case.ts';
import type { Outcome } from '../values/observation.ts';
import { ImplementationFailed } from './implementation.ts';
import { runCases, runUntil } from './run-cases.ts';
import { implementation, raised, right, sums } from './sample.ts';

describe('cases under way at once', () => {
  const most = async (ahead: number): Promise<number> => {
    let now = 0;
    let peak = 0;
    const run = async ({ id }: Request): Promise<Outcome> => {
      peak = Math.max(peak, ++now);
      await new Promise((resolve) => setTimeout(resolve, 1));
      now--;
      return id === sums.id ? right : raised;
    };
    const many = Array.from({ length: 20 }, () => sums);
    await runCases(many, many, implementation(run, ahead));
    return peak;
  };
  test('are one for a library', async () => expect(await most(1)).toBe(1));
  test('are as many as the implementation allows', async () => expect(await most(4)).toBe(4));
});

describe('a run that ends before its end keeps what it has', () => {
  const many = Array.from({ length: 5 }, (_, i): Case => ({ ...sums, id: `ops/sum/n${i}` }));

  test('when it is stopped, though a case is still running', async () => {
    const stopper = new AbortController();
    const run = async ({ id }: Request): Promise<Outcome> => {
      if (id !== 'ops/sum/n2') return right;
      stopper.abort('enough');
      return new Promise(() => {});
    };
    const { verdicts, stopped } = await runUntil(many, many, implementation(run), { signal: stopper.signal });
    expect([verdicts.map(({ id }) => id), stopped]).toEqual([['ops/sum/n0', 'ops/sum/n1'], 'enough']);
  });

  test('when the implementation fails', async () => {
    const error = new ImplementationFailed('it broke');
    const run = async ({ id }: Request): Promise<Outcome> => {
      if (id === 'ops/sum/n1') throw error;
      return right;
    };
    expect(await runUntil(many, many, implementation(run))).toMatchObject({
      verdicts: [{ id: 'ops/sum/n0' }],
      stopped: error,
    });
    await expect(runCases(many, many, implementation(run))).rejects.toBe(error);
  });

  test('and a signal is heard between cases that never wait', async () => {
    const stopper = new AbortController();
    setTimeout(() => stopper.abort('enough'), 20);
    const slow = async (): Promise<Outcome> => {
      for (const until = performance.now() + 30; performance.now() < until; );
      return right;
    };
    const twenty = Array.from({ length: 20 }, (_, i): Case => ({ ...sums, id: `ops/sum/n${i}` }));
    const { verdicts, stopped } = await runUntil(twenty, twenty, implementation(slow), { signal: stopper.signal });
    expect(stopped).toBe('enough');
    expect(verdicts.length).toBeLessThan(20);
  });
});
