import { expect, test } from 'vitest';
import { float, torch } from '../index.ts';
import type { Dtype } from '../numbers/dtype.ts';
import { canCast, floatResultType, resultType } from './promote.ts';

const DTYPES = ['bool', 'uint8', 'int32', 'int64', 'float16', 'float32', 'float64'] as const;
const SHORT: Record<string, string> = {
  '?': 'bool',
  u1: 'uint8',
  i4: 'int32',
  i8: 'int64',
  f2: 'float16',
  f4: 'float32',
  f8: 'float64',
};
const long = (row: string): (string | undefined)[] => row.split(' ').map((s) => SHORT[s]);

// torch.result_type of PyTorch 1.13.1: the dtype (2 elements) beside 0-d tensors of each dtype; beside True, 2, 2.0; and
// as a 0-d tensor beside those numbers.
test.each([
  ['bool', '? u1 i4 i8 f2 f4 f8', '? i8 f4', '? i8 f4'],
  ['uint8', 'u1 u1 u1 u1 f2 f4 f8', 'u1 u1 f4', 'u1 u1 f4'],
  ['int32', 'i4 i4 i4 i4 f2 f4 f8', 'i4 i4 f4', 'i4 i4 f4'],
  ['int64', 'i8 i8 i8 i8 f2 f4 f8', 'i8 i8 f4', 'i8 i8 f4'],
  ['float16', 'f2 f2 f2 f2 f2 f2 f2', 'f2 f2 f2', 'f2 f2 f2'],
  ['float32', 'f4 f4 f4 f4 f4 f4 f4', 'f4 f4 f4', 'f4 f4 f4'],
  ['float64', 'f8 f8 f8 f8 f8 f8 f8', 'f8 f8 f8', 'f8 f8 f8'],
] as const)('%s meets 0-d tensors and numbers by category', (dtype, zeroDim, numbers, zeroDimAndNumbers) => {
  const [vector, point] = [torch.ones([2], { dtype }), torch.ones([], { dtype })];
  const scalars = [true, 2, float(2)];
  expect(DTYPES.map((d: Dtype) => resultType([vector, torch.ones([], { dtype: d })]))).toEqual(long(zeroDim));
  expect(scalars.map((x) => resultType([vector, x]))).toEqual(long(numbers));
  expect(scalars.map((x) => resultType([point, x]))).toEqual(long(zeroDimAndNumbers));
});

test('numbers alone are what a tensor of them would be', () => {
  expect([resultType([2, 3]), resultType([2, 2.5]), resultType([true, false])]).toEqual(['int64', 'float32', 'bool']);
});

test('where floats are needed, integers become the default one', () => {
  expect(floatResultType([torch.arange(3)])).toBe('float32');
  expect(floatResultType([torch.ones([1], { dtype: 'float16' })])).toBe('float16');
});

test('a result is cast within its category or to a higher one', () => {
  expect([canCast('float64', 'float16'), canCast('int64', 'uint8'), canCast('bool', 'int8')]).toEqual([
    true,
    true,
    true,
  ]);
  expect([canCast('float16', 'int64'), canCast('uint8', 'bool')]).toEqual([false, false]);
});
