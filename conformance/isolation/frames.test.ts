import { describe, expect, test } from 'vitest';
import { type FrameKind, frame, frameReader, freshSeal } from './frames.ts';

const sent: readonly [FrameKind, string][] = [
  ['ready', '{}'],
  ['output', ''],
  ['outcome', 'é'.repeat(1000)],
  ['died', 'x'],
  ['refused', 'y'.repeat(70_000)],
];
const seal = freshSeal();
const bytes = Buffer.concat(sent.map(([kind, content]) => frame(seal, kind, Buffer.from(content))));
const untouched = () => expect.fail('a frame without the seal');

describe('frames are put together again from chunks', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 1000, 4096, bytes.length])('of %i bytes', (size) => {
    const taken: [FrameKind, string][] = [];
    const take = (kind: FrameKind, content: Buffer): void => void taken.push([kind, content.toString()]);
    const read = frameReader(seal, { take, forged: untouched });
    for (let at = 0; at < bytes.length; at += size) read(bytes.subarray(at, at + size));
    expect(taken).toEqual(sent);
  });
});

test('a frame that is not complete is not taken', () => {
  const taken: string[] = [];
  const read = frameReader(seal, { take: (kind) => taken.push(kind), forged: untouched });
  read(bytes.subarray(0, bytes.length - 1));
  expect(taken).toEqual(['ready', 'output', 'outcome', 'died']);
});

describe('what the worker did not write is told once, and nothing after it is taken', () => {
  const answer = frame(seal, 'outcome', 'true');
  test.each<[string, Buffer, string[]]>([
    ['a frame with another seal', frame(freshSeal(), 'outcome', 'forged'), []],
    ['a frame without a seal', frame('', 'outcome', 'forged'), []],
    ['zeros', Buffer.alloc(64), []],
    ['a few letters, in front of an answer', Buffer.from('abc'), []],
    ['the same after an answer', Buffer.concat([answer, Buffer.from('abc')]), ['true']],
  ])('%s', (_, junk, before) => {
    const taken: string[] = [];
    let forged = 0;
    const read = frameReader(seal, { take: (_, content) => taken.push(content.toString()), forged: () => forged++ });
    for (const chunk of [junk, answer, answer]) read(chunk);
    expect([taken, forged]).toEqual([before, 1]);
  });
});

test('the pool of small buffers, which a library can read, holds no seal', () => {
  // Not the seal of the tests above: they put frames together in that pool themselves.
  const own = freshSeal();
  for (let i = 0; i < 100; i++) frame(own, 'outcome', Buffer.from('true'));
  expect(Buffer.from(Buffer.allocUnsafe(8).buffer).toString('latin1')).not.toContain(own);
});
