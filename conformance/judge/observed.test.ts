import { expect, test } from 'vitest';
import { observed } from './alternatives.ts';
import { caseOf } from './sample.ts';

test('every name of every alternative and convention is observed once, printed where one of them prints', () => {
  const c = caseOf({
    expected: {
      names: { a: { value: 1 } },
      either: [
        { names: { b: { value: 1 } } },
        { names: { b: { either: [{ value: 1, prints: '1' }, { value: 2 }] }, 'c.grad': { each: [{ prints: 'x' }] } } },
      ],
    },
    conventions: [{ id: 'other', expected: { names: { d: { value: 1 }, a: { value: 2, prints: '2' } } } }],
  });
  expect(observed(c)).toEqual([
    { name: 'a', prints: true },
    { name: 'b', prints: true },
    { name: 'c.grad', prints: true },
    { name: 'd' },
  ]);
});
