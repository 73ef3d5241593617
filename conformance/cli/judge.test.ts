import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { folderOf, negFile, tconf } from './sample.ts';

vi.setConfig({ testTimeout: 60_000 });

let folder: ReturnType<typeof folderOf>;
let fixtures: string[];
beforeAll(() => {
  folder = folderOf({ 'fixtures/ops/neg.json': negFile() });
  fixtures = ['--fixtures', join(folder.path, 'fixtures')];
});
afterAll(() => folder.remove());
const linesOf = (text: string): readonly string[] => text.trimEnd().split('\n');

describe('requests and judge', () => {
  test('a recorded exchange starts, runs each case and its control, and stops', async () => {
    const { exit, out } = await tconf('requests', 'ops/neg/a-bool-raises', ...fixtures);
    expect(exit).toBe(0);
    const lines = linesOf(out).map((line) => JSON.parse(line));
    expect(lines.map(({ id }) => id)).toEqual(['start', 'ops/neg/a-bool-raises', 'ops/neg/flips-signs', 'stop']);
    expect(lines[0].start).toEqual({ protocol: 1 });
    expect(Object.keys(lines[2].run)).toEqual(['id', 'inputs', 'ops', 'observe']);
  });

  const judge = async (...replies: readonly object[]) => {
    const file = join(folder.path, 'responses.jsonl');
    writeFileSync(file, `${replies.map((reply) => JSON.stringify(reply)).join('\n')}\n\n`);
    return tconf('judge', file, ...fixtures);
  };
  const start = { id: 'start', name: 'elsewhere', version: '2', features: ['errors.exact'] };
  const result = (data: readonly number[]) => ({
    id: 'ops/neg/flips-signs',
    result: { y: { dtype: 'float32', shape: [2], data } },
  });
  const threw = (kind: string) => ({ id: 'ops/neg/a-bool-raises', threw: { op: [0], kind, message: 'no' } });

  test('right answers pass', async () => {
    const { exit, out } = await judge(start, result([-1, -2]), threw('unsupported_dtype'));
    expect(exit).toBe(0);
    expect(linesOf(out)[0]).toMatch(/^elsewhere 2/);
    expect(out).toContain('2 cases: 2 passed');
  });

  test('wrong answers fail, and a promised kind of error counts', async () => {
    expect((await judge(result([1, -2]), threw('unsupported_dtype'))).out).toContain('2 failed');
    expect((await judge(start, result([-1, -2]), threw('shape_mismatch'))).exit).toBe(1);
  });

  test('an answer too few is an incomplete run', async () => {
    const { exit, err } = await judge(start, result([-1, -2]));
    expect([exit, err]).toEqual([
      4,
      expect.stringMatching(/answers 1 of 2 cases; the first without an answer is ops\/neg\/a-bool-raises\n$/),
    ]);
  });

  test('an answer that breaks the protocol is an error of its case', async () => {
    const { exit, out } = await judge(start, { id: 'ops/neg/flips-signs', result: 3 }, threw('unsupported_dtype'));
    expect(exit).toBe(1);
    expect(out).toContain('the process answered with a reply that breaks the protocol: /result');
    expect(out).toMatch(/2 cases: .*1 adapter error/);
  });

  test('a line that answers nothing is named where an answer is missing', async () => {
    const { exit, err } = await judge(start, { result: {} }, threw('unsupported_dtype'));
    expect([exit, err]).toEqual([
      4,
      expect.stringMatching(/without an answer is ops\/neg\/flips-signs; .*responses.jsonl:2: a reply that breaks/),
    ]);
  });

  test('a file that is not there is a wrong call', async () => {
    const { exit, err } = await tconf('judge', 'nowhere.jsonl', ...fixtures);
    expect([exit, err]).toEqual([
      2,
      expect.stringMatching(/^tconf: no file nowhere.jsonl; expected the answers to tconf requests/),
    ]);
  });
});
