import { expect, test } from 'vitest';
import type { TensorValue } from '../values/case.ts';
import { withData } from '../values/repeats.ts';
import { valueText } from './expected.ts';
import { tensor as python } from './python-values.ts';
import { tensor as typescript } from './typescript-values.ts';

const of = (json: object): TensorValue => withData(json) as TensorValue;
const row = of({ dtype: 'float32', shape: [7], repeats: [1, '-0', 2.5], requires_grad: true });
const rows = of({ dtype: 'int32', shape: [2, 3], repeats: [1, 2] });

test('a long tensor is shown in few words: in Python', () => {
  expect(python(row)).toBe('torch.tensor([1.0, -0.0, 2.5]).repeat(3)[:7].requires_grad_()');
  expect(python(rows)).toBe('torch.tensor([1, 2], dtype=torch.int32).repeat(3).reshape(2, 3)');
});

test('in TypeScript', () => {
  expect(typescript(row)).toBe(
    'torch.tensor(Array.from({ length: 7 }, (_, i) => [1, -0, 2.5][i % 3]!), { dtype: "float32" }).requires_grad_()',
  );
  expect(typescript(rows)).toBe(
    'torch.tensor(Array.from({ length: 6 }, (_, i) => [1, 2][i % 2]!), { dtype: "int32" }).reshape([2, 3])',
  );
});

test('and where it is expected', () => {
  expect(valueText(withData({ dtype: 'float32', shape: [99], repeats: [1, 2] }))).toBe(
    'float32 [99] [1,2] over and over',
  );
});
