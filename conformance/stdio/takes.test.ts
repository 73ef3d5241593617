import { expect, test } from 'vitest';
import { untaken } from './takes.ts';

const takes = { sum: ['dim'], neg: [] };
const lacks = (...ops: Parameters<typeof untaken>[1]['ops'][number][]): string | undefined =>
  untaken(takes, { ops })?.what;

test('an op or an option that a process does not name is not sent to it', () => {
  expect(lacks({ op: 'sum', in: ['x'], with: { dim: 1 } }, { op: 'neg', in: ['x'] })).toBeUndefined();
  expect(lacks({ op: 'neg', in: ['x'] }, { op: 'cumsum', in: ['x'] })).toBe('op cumsum');
  expect(lacks({ op: 'sum', in: ['x'], with: { dim: 1, keepdim: true } })).toBe('option sum keepdim');
});

test('what is in a block counts, and no name that every object has', () => {
  expect(lacks({ repeat: 2, ops: [{ no_grad: [{ op: 'exp', in: ['x'] }] }] })).toBe('op exp');
  expect(lacks({ op: 'constructor', in: [] })).toBe('op constructor');
});
