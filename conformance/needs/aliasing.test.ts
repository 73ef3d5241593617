import { describe, expect, test } from 'vitest';
import { op, vector } from '../evaluate/fake/sample.ts';
import type { Expectation } from '../values/case.ts';
import { needsOf } from './needs.ts';
import { sample } from './sample.ts';

const inputs = { x: vector(1, 2) };
const features = (over: Parameters<typeof sample>[0]): readonly string[] => needsOf(sample(over)).features;
const data: Expectation = { dtype: 'float32', shape: [2], data: [1, 2] };

describe('views are needed', () => {
  const view = op('transpose', ['x'], { with: { dim0: 0, dim1: 1 }, out: 'v' });
  const write = op('add_', ['x', 1]);
  const needed = (ops: Parameters<typeof sample>[0]['ops'], observed = 'v'): boolean =>
    features({ inputs: { ...inputs, m: vector(1) }, ops, expected: { [observed]: data } }).includes('views');

  test('when a write is seen through another tensor', () => {
    expect(needed([view, write])).toBe(true);
    expect(needed([view, op('add_', ['v', 1])], 'x')).toBe(true);
    expect(needed([view, write, op('exp', ['v'], { out: 'y' })], 'y')).toBe(true);
    expect(needed([op('detach', ['x'], { out: 'v' }), op('add_', ['x.data', 1])])).toBe(true);
  });
  test('not when the other tensor came later, is a copy, or is not read', () => {
    expect(needed([write, view])).toBe(false);
    expect(needed([op('clone', ['x'], { out: 'v' }), write])).toBe(false);
    expect(needed([view, write], 'x')).toBe(false);
  });
  test('not when it is another name of the same tensor', () => {
    expect(needed([op('add_', ['x', 1], { out: 'v' }), write])).toBe(false);
  });
  test('not for an index that copies', () => {
    const at = (entry: boolean | number | { ref: string }): ReturnType<typeof op> =>
      op('getitem', ['x'], { with: { index: [entry] }, out: 'v' });
    expect(needed([at(0), write])).toBe(true);
    expect(needed([at({ ref: 'm' }), write])).toBe(false);
    expect(needed([at(true), write])).toBe(false);
  });
  test('when a loop writes what its next round reads', () => {
    expect(needed([op('clone', ['x'], { out: 'v' }), { repeat: 2, ops: [op('exp', ['v']), view, write] }], 'x')).toBe(
      true,
    );
    expect(needed([{ for: 'v', of: 'x', ops: [op('zero_', ['v'])] }], 'x')).toBe(true);
  });
  test('not for writing a gradient, nor for requires_grad_', () => {
    expect(needed([view, op('zero_', ['x.grad'])])).toBe(false);
    expect(needed([view, op('requires_grad_', ['x'])])).toBe(false);
  });
  test('when a result is written into a tensor that has a view', () => {
    expect(needed([view, op('matmul', ['m', 'm'], { with: { out: { ref: 'x' } } })])).toBe(true);
  });
  test('when a step is seen through a view of a parameter', () => {
    const ops = [
      op('reshape', ['x.data'], { with: { shape: [2, 1] }, out: 'v' }),
      op('optim.SGD', [['x']], { with: { lr: 1 }, out: 'opt' }),
      op('step', ['opt']),
    ];
    expect(features({ inputs, ops, expected: { v: data } })).toContain('views');
    expect(features({ inputs, ops, expected: { x: data } })).not.toContain('views');
  });
});
