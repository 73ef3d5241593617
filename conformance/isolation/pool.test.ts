import { describe, expect, test } from 'vitest';
import type { Outcome } from '../values/observation.ts';
import { type Diary, fakeWorkers, newDiary, request } from './fake-worker.ts';
import { type PoolOptions, startPool } from './pool.ts';

const usual: PoolOptions = { jobs: 1, timeout: 60_000, batch: 4, recycle: Number.POSITIVE_INFINITY };

const runAll = async (
  ids: readonly string[],
  options: Partial<PoolOptions> = {},
  fails?: (start: number) => boolean,
): Promise<{ readonly outcomes: readonly Outcome[]; readonly diary: Diary }> => {
  const diary = newDiary();
  const pool = await startPool(fakeWorkers(diary, fails), { ...usual, ...options });
  try {
    return { outcomes: await Promise.all(ids.map((id) => pool.run(request(id)))), diary };
  } finally {
    await pool.close();
  }
};
const answered = (what: string): Outcome => ({ status: 'unsupported', what });
const numbered = (n: number, name = 'case'): string[] => Array.from({ length: n }, (_, i) => `${name} ${i}`);

test('cases are run in their order by one worker, which is stopped at the end', async () => {
  const ids = numbered(20);
  const { outcomes, diary } = await runAll(ids);
  expect(outcomes).toEqual(ids.map(answered));
  expect(diary).toEqual({ started: 1, stopped: 1, killed: 0, ran: ids.map((id) => [id, 1]) });
});

test('a pool says who the library is, and for how many cases it has use', async () => {
  const pool = await startPool(fakeWorkers(newDiary()), { ...usual, jobs: 3 });
  expect(pool).toMatchObject({ name: 'fake', ahead: 24 });
  await pool.close();
});

describe('a case of which its worker dies', () => {
  test('is a crash, and those that were sent with it are run by another worker', async () => {
    const { outcomes, diary } = await runAll(['a', 'b', 'crash', 'c', 'd', 'e']);
    expect(outcomes[2]).toEqual({ status: 'crash', message: 'died of crash', follows: 'b' });
    expect(outcomes.filter((_, i) => i !== 2)).toEqual(['a', 'b', 'c', 'd', 'e'].map(answered));
    expect(diary.ran).toEqual([...['a', 'b'].map((id) => [id, 1]), ...['c', 'd', 'e'].map((id) => [id, 2])]);
  });

  test('is the only one to be blamed, also where every second case is such', async () => {
    const ids = Array.from({ length: 30 }, (_, i) => (i % 2 === 0 ? `crash ${i}` : `case ${i}`));
    const { outcomes, diary } = await runAll(ids, { jobs: 3 });
    expect(outcomes.map(({ status }) => status)).toEqual(ids.map((_, i) => (i % 2 === 0 ? 'crash' : 'unsupported')));
    expect(diary.ran).toHaveLength(15);
  });

  test('costs no new worker if it was the last', async () => {
    const { diary } = await runAll(['a', 'crash']);
    expect(diary.started).toBe(1);
  });
});

describe('a case that is not answered', () => {
  test('is a timeout; its worker is killed, and another one runs the rest', async () => {
    const { outcomes, diary } = await runAll(['a', 'hang', 'b', 'c'], { timeout: 100 });
    expect(outcomes).toEqual([
      answered('a'),
      { status: 'timeout', after: 100, follows: 'a' },
      answered('b'),
      answered('c'),
    ]);
    expect(diary).toMatchObject({ started: 2, killed: 1, stopped: 1 });
  });

  test('is given its time even if many others were sent with it', async () => {
    const ids = numbered(12, 'slow');
    const { outcomes } = await runAll(ids, { timeout: 150 });
    expect(outcomes).toEqual(ids.map(answered));
  });
});

describe('a breach of the protocol', () => {
  test('is an error of its case, and the others are run by another worker', async () => {
    const { outcomes, diary } = await runAll(['a', 'breach', 'b', 'c']);
    expect(outcomes).toEqual([
      answered('a'),
      { status: 'error', message: 'breach at breach', follows: 'a' },
      ...['b', 'c'].map(answered),
    ]);
    expect(diary.started).toBe(2);
  });

  test('ends the run if it is one of ten in a row', async () => {
    const pool = await startPool(fakeWorkers(newDiary()), usual);
    const ids = [...numbered(9, 'breach'), 'a', ...numbered(10, 'breach'), 'b'];
    const ended = await Promise.allSettled(ids.map((id) => pool.run(request(id))));
    expect(ended.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    expect(ended.at(-1)!.status).toBe('rejected');
    await expect(pool.run(request('f'))).rejects.toThrow('broke the protocol in 10 cases in a row: breach at breach 9');
    await pool.close();
  });
});

describe('workers', () => {
  test('are more than one if cases wait for long, and share them', async () => {
    const ids = numbered(60, 'slow');
    const { outcomes, diary } = await runAll(ids, { jobs: 3 });
    expect(outcomes).toEqual(ids.map(answered));
    expect(diary.started).toBe(3);
    expect(new Set(diary.ran.map(([, worker]) => worker)).size).toBe(3);
  });

  test('are one if the run is short, however many are allowed', async () => {
    const { diary } = await runAll(numbered(10), { jobs: 8 });
    expect(diary.started).toBe(1);
  });

  test('give way to fresh ones after so many cases, and run on until those have started', async () => {
    const ids = numbered(50);
    const { outcomes, diary } = await runAll(ids, { recycle: 10 });
    expect(outcomes).toEqual(ids.map(answered));
    expect(diary.started).toBeGreaterThan(2);
    expect(diary.stopped).toBe(diary.started);
    expect(diary.ran.map(([id]) => id).sort()).toEqual([...ids].sort());
  });

  test('give way to fresh ones when they have grown', async () => {
    const ids = ['grow', ...numbered(20, 'slow')];
    const { outcomes, diary } = await runAll(ids);
    expect(outcomes).toEqual(ids.map(answered));
    expect(diary).toMatchObject({ started: 2, stopped: 2 });
  });

  test('go on if no successor starts', async () => {
    const ids = numbered(50);
    const { outcomes, diary } = await runAll(ids, { recycle: 10 }, (start) => start > 1);
    expect(outcomes).toEqual(ids.map(answered));
    expect(new Set(diary.ran.map(([, worker]) => worker))).toEqual(new Set([1]));
  });
});

describe('a worker that does not start', () => {
  test('at first, means that there is nothing to run on', async () => {
    await expect(runAll(['a'], {}, () => true)).rejects.toThrow('start 1 failed');
  });

  test('after another died, is tried again', async () => {
    const { outcomes } = await runAll(['crash', 'a'], {}, (start) => start === 2 || start === 3);
    expect(outcomes[1]).toEqual(answered('a'));
  });

  test('three times, leaves an error for every case that is left', async () => {
    const { outcomes, diary } = await runAll(['crash', 'a', 'b'], {}, (start) => start > 1);
    const message = 'it no longer starts: start 4 failed';
    expect(outcomes.slice(1)).toEqual([1, 2].map(() => ({ status: 'error', message })));
    expect(diary.started).toBe(4);
  });
});

test('a pool that is closed while a worker starts leaves none behind', async () => {
  const diary = newDiary();
  const pool = await startPool(fakeWorkers(diary), usual);
  const crashed = pool.run(request('crash'));
  void pool.run(request('a'));
  await crashed;
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  await pool.close();
  expect(diary.started - diary.stopped).toBe(1);
  await expect(pool.run(request('b'))).rejects.toThrow('it was closed');
});
