import { expect, test } from 'vitest';
import type { Program } from '../draw/program.ts';
import { hoisted } from './steps.ts';

const x = { dtype: 'float32', shape: [1], data: [1] } as const;

test('a step gives way to each of its operands, wherever it was read', () => {
  const program: Program = {
    inputs: { a: x, b: x },
    ops: [
      { op: 'add', in: ['a', 'b'], out: 'r1' },
      { no_grad: [{ op: 'cat', in: [['r1', 'a']], out: 'r2' }] },
      { op: 'getitem', in: ['r2'], with: { index: [{ ref: 'r1' }, ':'] }, out: 'r3' },
    ],
    observe: ['r3'],
  };
  const [first, second] = [...hoisted(program)];
  expect(first).toEqual({
    inputs: { a: x },
    ops: [
      { no_grad: [{ op: 'cat', in: [['a', 'a']], out: 'r2' }] },
      { op: 'getitem', in: ['r2'], with: { index: [{ ref: 'a' }, ':'] }, out: 'r3' },
    ],
    observe: ['r3'],
  });
  expect(second!.ops.at(-1)).toMatchObject({ with: { index: [{ ref: 'b' }, ':'] } });
});

test('a step without operands gives way to an input', () => {
  const program: Program = {
    inputs: { a: x },
    ops: [
      { op: 'arange', with: { end: 3 }, out: 'r1' },
      { op: 'cumsum', in: ['r1'], with: { dim: 0 }, out: 'r2' },
    ],
    observe: ['a'],
  };
  const [first] = hoisted(program);
  expect(first!.ops).toEqual([{ op: 'cumsum', in: ['a'], with: { dim: 0 }, out: 'r2' }]);
});
