import { describe, expect, test } from 'vitest';
import { type FrameKind, frame, frameReader } from './frames.ts';

const sent: readonly [FrameKind, string][] = [
  ['ready', '{}'],
  ['output', ''],
  ['outcome', 'é'.repeat(1000)],
  ['died', 'x'],
  ['refused', 'y'.repeat(70_000)],
];
const bytes = Buffer.concat(sent.map(([kind, content]) => frame(kind, Buffer.from(content))));

describe('frames are put together again from chunks', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 1000, 4096, bytes.length])('of %i bytes', (size) => {
    const taken: [FrameKind, string][] = [];
    const read = frameReader((kind, content) => taken.push([kind, content.toString()]));
    for (let at = 0; at < bytes.length; at += size) read(bytes.subarray(at, at + size));
    expect(taken).toEqual(sent);
  });
});

test('a frame that is not complete is not taken', () => {
  const taken: string[] = [];
  const read = frameReader((kind) => taken.push(kind));
  read(bytes.subarray(0, bytes.length - 1));
  expect(taken).toEqual(['ready', 'output', 'outcome', 'died']);
});
