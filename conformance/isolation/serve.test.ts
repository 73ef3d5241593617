import { deserialize } from 'node:v8';
import { describe, expect, test } from 'vitest';
import type { Implementation } from '../run/implementation.ts';
import type { Request } from '../values/case.ts';
import type { Observation, Outcome } from '../values/observation.ts';
import { request } from './fake-worker.ts';
import type { FrameKind } from './frames.ts';
import { serve } from './serve.ts';

/** A parent that keeps what it is told, and can wait for it. */
const parent = () => {
  const told: [FrameKind, unknown][] = [];
  let ask: ((requests: readonly Request[]) => void) | undefined;
  return {
    told,
    end: {
      say: (kind: FrameKind, content: Buffer) => void told.push([kind, deserialize(content)]),
      onRequests: (take: (requests: readonly Request[]) => void) => {
        ask = take;
      },
    },
    ask: (...ids: string[]) => ask!(ids.map(request)),
    until: async (count: number) => {
      while (told.length < count) await new Promise((resolve) => setImmediate(resolve));
    },
  };
};

const library = (run: Implementation['run']): Implementation => ({
  name: 'tiny',
  version: '1',
  ahead: 1,
  run,
  close: async () => {},
});

test('a library introduces itself, and runs one case after another', async () => {
  const { told, end, ask, until } = parent();
  let running = 0;
  await serve(
    async () =>
      library(async ({ id }) => {
        expect(++running).toBe(1);
        await new Promise((resolve) => setTimeout(resolve, 1));
        running--;
        return { status: 'unsupported', what: id };
      }),
    end,
  );
  expect(told).toEqual([['ready', { name: 'tiny', version: '1' }]]);
  ask('a', 'b');
  ask('c');
  await until(4);
  ask('d');
  await until(5);
  const outcome = (what: string) => ['outcome', { status: 'unsupported', what, took: expect.any(Number) }];
  expect(told.slice(1)).toEqual(['a', 'b', 'c', 'd'].map(outcome));
});

test('a library that does not load is refused, with one line and the stack', async () => {
  const { told, end } = parent();
  const load = async (): Promise<never> => {
    throw new Error('no backend\nmore', { cause: new TypeError('deeper') });
  };
  await serve(load, end);
  expect(told).toEqual([['refused', { message: 'no backend', stack: expect.stringContaining('TypeError: deeper') }]]);
  await serve(() => Promise.reject('no error at all'), end);
  expect(told[1]).toEqual(['refused', { message: 'no error at all', stack: undefined }]);
});

describe('elements arrive as they were', () => {
  const through = async (data: unknown): Promise<Outcome> => {
    const { told, end, ask, until } = parent();
    const tensor = { kind: 'tensor', dtype: 'float32', shape: [2], data } as Observation;
    const values = { x: tensor, each: { kind: 'sequence', each: [tensor] } as Observation };
    await serve(async () => library(async () => ({ status: 'result', values })), end);
    ask('a');
    await until(2);
    return told[1]![1] as Outcome;
  };
  const withData = (data: unknown) => ({
    status: 'result',
    values: { x: { kind: 'tensor', shape: [2], data }, each: { each: [{ data }] } },
  });

  test.each<[string, unknown]>([
    ['numbers', [0.1, -0]],
    ['what JSON does not hold', [Number.NaN, Number.POSITIVE_INFINITY]],
    ['bigints', [2n ** 62n, -1n]],
    ['booleans', [true, false]],
    ['a typed array', Float32Array.of(0.1, -0)],
    ['a part of a typed array', Float64Array.of(1, 2, 3, 4).subarray(1, 3)],
    ['64-bit integers', BigInt64Array.of(2n ** 62n, -1n)],
  ])('%s', async (_, data) => expect(await through(data)).toMatchObject(withData(data)));

  test('an array-like of the library, as an array', async () => {
    const own = new Proxy(
      { length: 2 },
      { get: (_, key) => (key === 'length' ? 2 : typeof key === 'symbol' ? undefined : Number(key) + 0.5) },
    );
    expect(await through(own)).toMatchObject(withData([0.5, 1.5]));
  });

  test('what is no data at all, as an error of the case', async () => {
    expect(await through([() => 0, 1])).toMatchObject({
      status: 'error',
      message: expect.stringMatching(/^what was read is no data: .*could not be cloned/),
    });
  });
});
