import { fileURLToPath } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import { isolated, type Limits } from '../isolation/isolated.ts';
import { loadSuite } from '../load/suite.ts';
import { ImplementationFailed } from '../run/implementation.ts';
import { requestOf } from '../run/request.ts';
import { runCases } from '../run/run-cases.ts';
import type { Outcome } from '../values/observation.ts';
import type { Verdict } from '../values/verdict.ts';

// Processes start slowly on a busy machine.
vi.setConfig({ testTimeout: 300_000, maxConcurrency: 4 });

const worker = new URL('worker.ts', import.meta.url);
const fileOf = (name: string): string => new URL(`${name}.ts`, import.meta.url).href;
const { cases } = loadSuite(fileURLToPath(new URL('cases', import.meta.url)));
const dangerous = 'cases/faults/takes-the-absolute-value';

const verdictsOf = async (fake: string, limits: Limits = {}): Promise<readonly Verdict[]> => {
  const implementation = await isolated(worker, [fileOf(fake)], { jobs: 1, ...limits });
  try {
    return await runCases(cases, cases, implementation);
  } finally {
    await implementation.close();
  }
};

const valuesOf = (outcome: Outcome): unknown => (outcome.status === 'result' ? outcome.values : outcome);

describe.concurrent('a library that goes wrong in one case is blamed for that one, and the others run', () => {
  test.each<[string, Partial<Verdict>, RegExp, Limits?]>([
    ['hangs', { verdict: 'timeout' }, /^no answer after 2000 ms$/, { timeout: 2000 }],
    ['never-settles', { verdict: 'timeout' }, /^no answer after 2000 ms$/, { timeout: 2000 }],
    ['exits', { verdict: 'crash' }, /^the process ended \(exit 0\)$/],
    ['throws-late', { verdict: 'crash' }, /^after it had ended: uncaught exception: the backend went away later$/],
    ['rejects-unhandled', { verdict: 'crash' }, /^unhandled rejection: the backend went away$/],
    ['forges', { verdict: 'error' }, /^something else than the worker wrote to its answers \(file descriptor 4\)$/],
    ['throws-later', { verdict: 'crash' }, /^uncaught exception: nobody is listening$/],
    ['exhausts-heap', { verdict: 'crash' }, /heap out of memory$/, { heap: 128 }],
    ['exhausts-memory', { verdict: 'crash' }, /used more than 500 MB of memory$/, { memory: 500 }],
  ])('%s', async (fake, end, message, limits) => {
    const verdicts = await verdictsOf(fake, limits);
    expect(verdicts.map(({ id }) => id)).toEqual(cases.map(({ id }) => id));
    expect(verdicts.filter(({ verdict }) => verdict !== 'pass')).toMatchObject([{ id: dangerous, ...end }]);
    expect(verdicts.find(({ id }) => id === dangerous)!.message).toMatch(message);
  });
});

describe.concurrent('a library that cannot be loaded is said to be so in one line', () => {
  test.each<[string, RegExp, Limits?]>([
    ['throws-at-load', /^no GPU found$/],
    ['hangs-at-load', /^it was not ready after 3000 ms$/, { patience: 3000 }],
  ])('%s', async (fake, message, limits) => {
    const error = await verdictsOf(fake, limits).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ImplementationFailed);
    expect((error as Error).message).toMatch(message);
  });
});

test('a crash is told as one, and in time, though a process that the library has left holds the pipes', async () => {
  const implementation = await isolated(worker, [fileOf('leaves-a-process')], { jobs: 1 });
  const outcome = await implementation.run(requestOf(cases.find(({ id }) => id === dangerous)!));
  const [, left] = /left (\d+)/.exec(outcome.output ?? '') ?? [];
  process.kill(Number(left), 'SIGKILL');
  await implementation.close();
  expect(outcome).toMatchObject({ status: 'crash', message: 'the process ended (exit 0)' });
});

test('a failure of a library that keeps state is told as such: it passes alone', async () => {
  const verdicts = await verdictsOf('right-once');
  const wrong = verdicts.filter(({ verdict }) => verdict === 'fail');
  expect(wrong.length).toBeGreaterThan(3);
  const note = 'it passes when it is run alone: the library keeps state from one case to the next';
  // How many are run again is a question of time.
  expect(wrong[0]!.notes).toContain(note);
});

test('what a library writes to the pipe on which its worker is asked is lost, and harms nothing', async () => {
  const verdicts = await verdictsOf('scribbles');
  expect(verdicts.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
});

test('what a library writes is shown with the case that fails, and nowhere else', async () => {
  const said: string[] = [];
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation((text) => said.push(String(text)) > 0),
  );
  const verdicts = await verdictsOf('chatty').finally(() => {
    for (const spy of spies) spy.mockRestore();
  });
  expect(said.join('')).not.toMatch(/computing|warning|streams/);
  expect(verdicts.filter(({ output }) => output !== undefined).map(({ id }) => id)).toEqual([dangerous]);
  const { output } = verdicts.find(({ id }) => id === dangerous)!;
  expect(output).toContain('computing abs\na warning\n');
  expect(output).not.toMatch(/computing (?!abs)/);
});

test('verdicts come in the order of the cases, and none is lost, with several workers that are replaced', async () => {
  const many = Array.from({ length: 200 }, (_, i) => cases.filter(({ id }) => i === 20 || id !== dangerous)).flat();
  const implementation = await isolated(worker, [fileOf('exits')], { jobs: 3, recycle: 600 });
  const verdicts = await runCases(many, many, implementation);
  await implementation.close();
  expect(verdicts.map(({ id }) => id)).toEqual(many.map(({ id }) => id));
  const wrong = verdicts.filter(({ verdict }) => verdict !== 'pass');
  expect(wrong).toMatchObject([{ id: dangerous, verdict: 'crash' }]);
});

test('a worker whose library leaks gives way to another one', async () => {
  const implementation = await isolated(worker, [fileOf('leaks')], { jobs: 1, memory: 1000 });
  const inputs = { x: { dtype: 'float32', shape: [1], data: [1] } } as const;
  const ask = (op: string) =>
    implementation.run({ id: 'leaks', inputs, ops: [{ op, in: ['x'], out: 'y' }], observe: [{ name: 'y' }] });
  const first = await ask('numel');
  for (let i = 0; i < 4; i++) await ask('abs');
  const until = performance.now() + 30_000;
  let now = first;
  while (JSON.stringify(valuesOf(now)) === JSON.stringify(valuesOf(first)) && performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    now = await ask('numel');
  }
  await implementation.close();
  expect(valuesOf(now)).toMatchObject({ y: { kind: 'host', value: expect.any(Number) } });
  expect(valuesOf(now)).not.toEqual(valuesOf(first));
});
