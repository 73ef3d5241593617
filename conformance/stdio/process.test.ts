import { describe, expect, test } from 'vitest';
import { polite, processes, processOf } from '../faults/processes.ts';
import type { Request } from '../values/case.ts';
import { startProcess } from './process.ts';

const request = (id: string, op = 'T'): Request => ({ id, inputs: {}, ops: [{ op }], observe: [] });

test('a process says who it is and answers', async () => {
  const implementation = await startProcess(polite('say({ result: { x: { value: m.run.id } } });'));
  expect(implementation).toMatchObject({ name: 'fake', version: '9', errors: 'exact' });
  const outcomes = await Promise.all(['a', 'b'].map((id) => implementation.run(request(id))));
  expect(outcomes).toMatchObject(['a', 'b'].map((id) => ({ status: 'result', values: { x: { value: id } } })));
  await implementation.close();
  await expect(implementation.run(request('c'))).rejects.toThrow('it was closed');
  await implementation.close();
});

test('what a process promises nothing of is not promised', async () => {
  const implementation = await startProcess(processOf(`if (m.start) return say({ name: 'bare' }); process.exit(0);`));
  expect(implementation).not.toHaveProperty('errors');
  expect(implementation).not.toHaveProperty('version');
  await implementation.close();
});

test('a process that says what it takes is not sent anything else', async () => {
  const implementation = await startProcess(
    processOf(`if (m.start) return say({ name: 'small', ops: { T: [], sum: ['dim'] } });
      if (m.run.ops[0].op !== 'T') process.exit(9);
      say({ result: {} });`),
  );
  expect(await implementation.run(request('a', 'T'))).toMatchObject({ status: 'result' });
  expect(await implementation.run(request('b', 'exp'))).toEqual({ status: 'unsupported', what: 'op exp' });
  const keepdim: Request = { ...request('c'), ops: [{ op: 'sum', in: ['x'], with: { keepdim: true } }] };
  expect(await implementation.run(keepdim)).toEqual({
    ...{ status: 'unsupported', what: 'option sum keepdim' },
    options: [{ op: 'sum', option: 'keepdim' }],
  });
  await implementation.close();
});

describe('a process that does not start', () => {
  test.each<[string, RegExp, number?]>([
    ['exit 3', /^the process ended \(exit 3\)$/],
    [
      'echo first >&2; echo PyTorch is not installed >&2; exit 3',
      /^the process ended \(exit 3\): PyTorch is not installed$/,
    ],
    ['no-such-command-anywhere', /^the process ended \(exit 127\): .*not found/],
    ['kill -9 $$', /^the process ended \(SIGKILL\)$/],
    ['echo hello; cat', /^wrote a line that is no JSON: hello$/],
    [processOf('say({ unsupported: { what: "start" } })'), /^answered start without a name$/],
    ['sleep 60', /^it was not ready after 300 ms$/, 300],
  ])('%s', async (command, message, patience = 60_000) => {
    const error = await startProcess(command, { patience }).catch((thrown: unknown) => thrown);
    expect(error).toHaveProperty('name', 'ImplementationFailed');
    expect((error as Error).message).toMatch(message);
  });
});

test('a breach of the protocol is an error of its case, and the others are run', async () => {
  const implementation = await startProcess(processes.wrongId);
  const outcomes = await Promise.all([implementation.run(request('a', 'abs')), implementation.run(request('b'))]);
  expect(outcomes).toMatchObject([
    { status: 'error', message: 'answered 77, which was not asked' },
    { status: 'result' },
  ]);
  await implementation.close();
});

test('a process that breaks the protocol in ten cases in a row is asked no more', async () => {
  const implementation = await startProcess(processes.wrongId);
  const ended = await Promise.allSettled(
    Array.from({ length: 12 }, (_, i) => implementation.run(request(`${i}`, 'abs'))),
  );
  expect(ended.map(({ status }) => status)).toEqual([
    ...Array.from({ length: 10 }, () => 'fulfilled'),
    ...Array.from({ length: 2 }, () => 'rejected'),
  ]);
  await expect(implementation.run(request('c'))).rejects.toThrow(
    /^broke the protocol in 10 cases in a row: answered 77, which was not asked$/,
  );
  await implementation.close();
});

test('a process that does not heed stop is killed', async () => {
  const implementation = await startProcess(
    processOf(`if (m.start) say({ name: 'deaf' }); setInterval(() => {}, 1000);`),
  );
  const began = performance.now();
  await implementation.close();
  expect(performance.now() - began).toBeLessThan(8000);
});
