import { expect, test } from 'vitest';
import type { OpStep } from '../case.ts';
import { fromUndefined } from './undefined-cast.ts';

const ops: readonly OpStep[] = [
  { op: 'copy_', in: ['written', 'floats'] },
  { op: 'neg', in: ['written'], out: 'negated' },
  { op: 'to', in: ['floats'], with: { dtype: 'int32' }, out: 'cast' },
  { op: 'neg', in: ['floats'], out: 'kept' },
];
const taken = (value: number, name: string): boolean =>
  fromUndefined(
    { reason: 'wrong_value', name, message: '' },
    {
      program: {
        inputs: {
          floats: { dtype: 'float32', shape: [1], data: [value] },
          written: { dtype: 'int32', shape: [1], data: [0] },
        },
        ops,
        observe: [],
      },
      said: {},
      all: [],
    },
  );

test('what no integer is defined for taints what it is copied or cast to, and what is computed of that', () => {
  expect(['written', 'negated', 'cast', 'kept'].map((name) => taken(2 ** 31, name))).toEqual([true, true, true, false]);
  expect(['written', 'negated', 'cast', 'kept'].map((name) => taken(2.5, name))).toEqual([false, false, false, false]);
});
