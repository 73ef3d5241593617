import { describe, expect, test } from 'vitest';
import { functional, tape } from '../fake/fake-library.ts';
import { elements, leaf, op, run } from '../fake/sample.ts';

const inputs = { x: leaf(1, 2, 3) };
const before = [op('mul', ['x', 'x'], { out: 'y' }), op('sum', ['y'], { out: 's' })];

describe('a gradient that there is not', () => {
  test.each([
    ['zero_', op('zero_', ['x.grad'])],
    ['add', op('add', ['x.grad', 1], { out: 'r' })],
    ['mul by it', op('mul', ['y', 'x.grad'], { out: 'r' })],
    ['cat', op('cat', [['y', 'x.grad']], { out: 'r' })],
    ['getitem', op('getitem', ['x.grad'], { with: { index: [0] }, out: 'r' })],
    ['detach', op('detach', ['x.grad'], { out: 'r' })],
    ['backward', op('backward', ['x.grad'])],
    ['record', op('record', ['x.grad'], { out: 'r' })],
    ['a path after it', op('add', ['x.grad.data', 1], { out: 'r' })],
    ['a loop over it', { for: 'row', of: 'x.grad', ops: [op('add', ['row', 1], { out: 'r' })] }],
  ])('raises in %s', async (_, step) => {
    expect(await run(tape, { inputs, ops: [...before, step] })).toMatchObject({
      status: 'threw',
      op: [2],
      kind: 'invalid_argument',
    });
  });
  test('is nobody else’s word where the suite keeps the gradients', async () => {
    expect(await run(functional, { inputs, ops: [...before, op('zero_', ['x.grad'])] })).toMatchObject({
      status: 'unsupported',
    });
  });
  test('is None wherever it may be left out, and in what is observed', async () => {
    expect(await elements(tape, { inputs, ops: before, observe: ['x.grad', 'x.grad.data'] })).toEqual([null, null]);
  });
});

test('a library that is asked for nothing has had no part in it', async () => {
  expect(await run(tape, { inputs, ops: [op('list', ['x', 'x'], { out: 'l' })], observe: ['x', 'l'] })).toMatchObject({
    idle: true,
  });
  expect(await run(tape, { inputs, ops: before, observe: ['x'] })).not.toHaveProperty('idle');
});
