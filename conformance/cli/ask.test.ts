import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { ask } from './ask.ts';

test('a question is answered by a line, or by the end of the input', async () => {
  for (const [typed, answer] of [
    ['tape\nmore', 'tape'],
    ['', ''],
  ] as const) {
    const input = new PassThrough();
    const output = new PassThrough();
    const answered = ask('which? ', input, output);
    input.end(typed);
    expect(await answered).toBe(answer);
    expect(String(output.read())).toContain('which? ');
  }
});
