import { expect, test } from 'vitest';
import { allocate, categoryOf, DTYPES, type Dtype, isDtype, promote } from './dtype.ts';
import { TensorError } from './errors.ts';

// torch.promote_types of PyTorch 1.13.1; columns in the order of DTYPES.
const SHORT: Record<string, Dtype> = {
  '?': 'bool',
  u1: 'uint8',
  i1: 'int8',
  i2: 'int16',
  i4: 'int32',
  i8: 'int64',
  f2: 'float16',
  b2: 'bfloat16',
  f4: 'float32',
  f8: 'float64',
};
const PROMOTED: Record<Dtype, string> = {
  bool: '? u1 i1 i2 i4 i8 f2 b2 f4 f8',
  uint8: 'u1 u1 i2 i2 i4 i8 f2 b2 f4 f8',
  int8: 'i1 i2 i1 i2 i4 i8 f2 b2 f4 f8',
  int16: 'i2 i2 i2 i2 i4 i8 f2 b2 f4 f8',
  int32: 'i4 i4 i4 i4 i4 i8 f2 b2 f4 f8',
  int64: 'i8 i8 i8 i8 i8 i8 f2 b2 f4 f8',
  float16: 'f2 f2 f2 f2 f2 f2 f2 f4 f4 f8',
  bfloat16: 'b2 b2 b2 b2 b2 b2 f4 b2 f4 f8',
  float32: 'f4 f4 f4 f4 f4 f4 f4 f4 f4 f8',
  float64: 'f8 f8 f8 f8 f8 f8 f8 f8 f8 f8',
};

test.each(DTYPES)('%s meets every dtype as in PyTorch', (dtype) => {
  expect(DTYPES.map((other) => promote(dtype, other))).toEqual(PROMOTED[dtype].split(' ').map((s) => SHORT[s]));
});

test('bool is below the integers, and those below the floats', () => {
  expect(categoryOf('bool')).toBeLessThan(categoryOf('uint8'));
  expect(categoryOf('int64')).toBeLessThan(categoryOf('float16'));
});

test('int64 is held by bigints', () => {
  expect(allocate('int64', 2)).toEqual(new BigInt64Array(2));
});

test('what is no dtype is told from what is, and raises where one is needed', () => {
  expect(isDtype('float32')).toBe(true);
  expect(isDtype('float8')).toBe(false);
  expect(isDtype('toString')).toBe(false);
  expect(() => allocate('float8' as Dtype, 1)).toThrow(TensorError);
});
