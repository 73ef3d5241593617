import { describe, expect, test } from 'vitest';
import { layout } from './layout.ts';

const file = {
  title: 'Sum',
  cases: [
    {
      id: 'adds-up',
      inputs: {
        x: {
          dtype: 'float32',
          shape: [2, 2],
          data: [
            [1, 2],
            [3, '-0'],
          ],
        },
      },
      ops: [{ op: 'sum', in: ['x'], out: 's' }],
      expected: { s: { value: null } },
    },
  ],
};

describe('layout', () => {
  test('keeps a matrix and a single step on one line', () => {
    const lines = layout(file).split('\n');
    expect(lines).toContain(
      '      "inputs": { "x": { "dtype": "float32", "shape": [2, 2], "data": [[1, 2], [3, "-0"]] } },',
    );
    expect(lines).toContain('      "ops": [{ "op": "sum", "in": ["x"], "out": "s" }],');
  });

  test('gives every step of a longer program its own line', () => {
    const two = { cases: [{ ops: [{ op: 'a' }, { op: 'b' }] }] };
    expect(layout(two)).toContain('"ops": [\n        { "op": "a" },\n        { "op": "b" }\n      ]');
  });

  test('breaks a long flat list where the line is full and loses no element', () => {
    const data = Array.from({ length: 300 }, (_, i) => i);
    const text = layout({ cases: [{ data }] });
    expect(Math.max(...text.split('\n').map((l) => l.length))).toBeLessThanOrEqual(128);
    expect(JSON.parse(text).cases[0].data).toEqual(data);
  });

  test('says the same as before, and is idempotent', () => {
    const text = layout(file);
    expect(JSON.parse(text)).toEqual(file);
    expect(layout(JSON.parse(text))).toBe(text);
  });

  test('ends with a newline and writes an empty object without a gap', () => {
    expect(layout({ with: {} })).toBe('{\n  "with": {}\n}\n');
  });
});
