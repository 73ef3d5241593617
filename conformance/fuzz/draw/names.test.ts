import { expect, test } from 'vitest';
import { without } from './names.ts';
import type { Program } from './program.ts';

test('a program always looks at something, also where what it looked at is gone', () => {
  const x = { dtype: 'float32', shape: [], data: 1 } as const;
  const program: Program = {
    inputs: { a: x, b: x },
    ops: [
      { op: 'exp', in: ['a'], out: 'r1' },
      { op: 'cumsum', in: ['b'], with: { dim: 0 }, out: 'r2' },
    ],
    observe: ['r1'],
  };
  expect(without(program, new Set([0]))).toEqual({ inputs: { b: x }, ops: [program.ops[1]], observe: ['r2', 'b'] });
});
