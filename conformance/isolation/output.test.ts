import { expect, test } from 'vitest';
import { capture } from './capture.ts';
import { causeOfDeath } from './cause-of-death.ts';
import { Output } from './output.ts';

test('what was written is taken once', () => {
  const output = new Output();
  expect(output.take()).toBeUndefined();
  output.add('one\n');
  output.add('two\n');
  expect([output.take(), output.take()]).toEqual(['one\ntwo\n', undefined]);
});

test('of a megabyte the beginning is kept, and the rest is counted', () => {
  const output = new Output();
  for (let i = 0; i < 1000; i++) output.add('x'.repeat(1000));
  const text = output.take()!;
  expect(text).toBe(`${'x'.repeat(4000)}\n… and 996000 more characters`);
  output.add('y');
  expect(output.take()).toBe('y');
});

test('a captured stream writes nothing, tells its text, and calls back', async () => {
  const written: string[] = [];
  const stream = {
    write: (chunk: string, ..._: unknown[]): boolean => written.push(chunk) > 0,
  };
  const caught: string[] = [];
  capture(stream, (text) => caught.push(text));
  expect(stream.write('a')).toBe(true);
  stream.write(Buffer.from('é') as never);
  await new Promise<void>((done) => void stream.write('b', 'utf8', () => done()));
  expect([written, caught]).toEqual([[], ['a', 'é', 'b']]);
});

test.each<[string, number | null, NodeJS.Signals | null, string]>([
  ['', 3, null, 'the process ended (exit 3)'],
  ['', null, 'SIGKILL', 'the process ended (SIGKILL)'],
  ['one\n\ntwo\n\n', 1, null, 'the process ended (exit 1): two'],
  [
    '<--- Last few GCs --->\n\nFATAL ERROR: invalid array length Allocation failed - JavaScript heap out of memory\n 1: 0xb8d0a3\n',
    null,
    'SIGABRT',
    'the process ended (SIGABRT): FATAL ERROR: invalid array length Allocation failed - JavaScript heap out of memory',
  ],
  ['x'.repeat(1000), 1, null, `the process ended (exit 1): ${'x'.repeat(400)}`],
])('%j (%s, %s)', (complaints, code, signal, cause) => expect(causeOfDeath(complaints, code, signal)).toBe(cause));
