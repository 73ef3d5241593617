import { expect, test } from 'vitest';
import { missingFrom } from './missing.ts';
import { sample } from './sample.ts';

const inputs = { x: { dtype: 'float32', shape: [1, 2], data: [[1, 2]] } } as const;
const squeezed = sample({ inputs, ops: [{ op: 'squeeze', in: ['x'], with: { dim: [0] }, out: 'y' }] });
const offer = { ops: {}, dtypes: { float32: true }, mutation: 'none' } as const;

test('an older PyTorch has nothing that came later', () => {
  expect(missingFrom({ name: 'pytorch', version: '1.13.0a0' }, squeezed)).toBe(
    'squeeze with a list as dim, which came with PyTorch 2.0',
  );
  expect(missingFrom({ name: 'pytorch', version: '2.6.0+debian' }, squeezed)).toBeUndefined();
  expect(missingFrom({ name: 'pytorch' }, squeezed)).toBeUndefined();
});

test('any other library has what it offers, whatever its version', () => {
  expect(missingFrom({ name: 'other', version: '1.0' }, squeezed)).toBeUndefined();
  expect(missingFrom({ name: 'other', version: '1.0', offer }, squeezed)).toBe('op squeeze');
});
