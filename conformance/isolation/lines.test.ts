import { expect, test } from 'vitest';
import { lineReader } from './lines.ts';

const reading = (longest?: number) => {
  const lines: string[] = [];
  const reader = lineReader({ take: (line) => lines.push(line), endless: () => lines.push('ENDLESS') }, longest);
  const read = (...chunks: readonly (string | Buffer)[]): void => {
    for (const one of chunks) reader(Buffer.from(one));
  };
  return { lines, read };
};

test('lines are put together from chunks, characters too', () => {
  const { lines, read } = reading();
  const bytes = Buffer.from('ü');
  read('a', 'b\nc\nd', bytes.subarray(0, 1), bytes.subarray(1), '\n');
  expect(lines).toEqual(['ab', 'c', 'dü']);
});

test('blank lines are none', () => {
  const { lines, read } = reading();
  read('\n \r\na\n\n');
  expect(lines).toEqual(['a']);
});

test('a line that does not end is told once, and nothing is read after it', () => {
  const { lines, read } = reading(4);
  read('abcd\n', 'abc', 'de', 'f\ng\n');
  expect(lines).toEqual(['abcd', 'ENDLESS']);
});
