import { describe, expect, test } from 'vitest';
import { functional, tape } from '../fake/fake-library.ts';
import { elements, leaf, op, run, vector } from '../fake/sample.ts';

const square = [op('mul', ['x', 'x'], { out: 'y' }), op('sum', ['y'], { out: 's' })];
const inputs = { x: leaf(1, 2, 3) };

describe.each([tape, functional])('gradients of $name', (adapter) => {
  const grads = (
    ops: Parameters<typeof run>[1]['ops'],
    observe = ['x.grad'],
    given: typeof inputs = inputs,
  ): Promise<unknown> => elements(adapter, { inputs: given, ops, observe });

  test('reach the leaves', async () => {
    expect(await grads([...square, op('backward', ['s'])])).toEqual([2, 4, 6]);
  });
  test('start from the gradient that is given', async () => {
    const ops = [...square, op('backward', ['y', 'g'])];
    expect(await elements(adapter, { inputs: { ...inputs, g: vector(1, 0, 10) }, ops, observe: ['x.grad'] })).toEqual([
      2, 0, 60,
    ]);
  });
  test("are the library's to refuse for what is no scalar", async () => {
    expect(await run(adapter, { inputs, ops: [...square, op('backward', ['y'])] })).toMatchObject({
      status: 'threw',
      op: [2],
      message: 'not a scalar',
    });
  });
  test('add up, and are zeroed', async () => {
    const ops = [...square, op('backward', ['s']), op('backward', ['s'])];
    expect(await grads(ops)).toEqual([4, 8, 12]);
    expect(await grads([...ops, op('zero_', ['x.grad']), op('backward', ['s'])])).toEqual([2, 4, 6]);
  });
  test('are null for a leaf that is not reached, and before any backward', async () => {
    const given = { ...inputs, w: leaf(1) };
    expect(
      await elements(adapter, { inputs: given, ops: [...square, op('backward', ['s'])], observe: ['w.grad'] }),
    ).toBeNull();
    expect(await grads([])).toBeNull();
  });
  test('stop at detach and under no_grad', async () => {
    const cube = (middle: object): Parameters<typeof run>[1]['ops'] => [
      middle as never,
      op('mul', ['c', 'x'], { out: 'z' }),
      op('sum', ['z'], { out: 's' }),
      op('backward', ['s']),
    ];
    const detached = [op('mul', ['x', 'x'], { out: 'y' }), ...cube(op('detach', ['y'], { out: 'c' }))];
    expect(await grads(detached)).toEqual([1, 4, 9]);
    expect(await grads(cube({ no_grad: [op('mul', ['x', 'x'], { out: 'c' })] }))).toEqual([1, 4, 9]);
  });
  test('flow through unrolled loops, indexing and rows', async () => {
    const ops = [
      op('mul', ['x', 1], { out: 'y' }),
      { repeat: 2, ops: [op('mul', ['y', 'x'], { out: 'y' })] },
      { for: 'r', of: 'y', ops: [op('backward', ['r'])] },
      op('getitem', ['y'], { with: { index: [-1] }, out: 'last' }),
      op('backward', ['last']),
    ];
    expect(await grads(ops)).toEqual([3, 12, 54]);
  });
  test("take a leaf's own data, and the leaf detached, for constants", async () => {
    const ops = [
      op('detach', ['x'], { out: 'c' }),
      op('mul', ['x', 'c'], { out: 'a' }),
      op('mul', ['a', 'x.data'], { out: 'b' }),
      op('sum', ['b'], { out: 's' }),
      op('backward', ['s']),
    ];
    expect(await grads(ops)).toEqual([1, 4, 9]);
  });
  test('start at leaves that requires_grad_ or a creation op makes', async () => {
    const ops = [
      op('zeros', [], { with: { size: [2], requires_grad: true }, out: 'a' }),
      op('add', ['a', 'b'], { out: 'before' }),
      op('requires_grad_', ['b']),
      op('mul', ['a', 'b'], { out: 'y' }),
      op('sum', ['y'], { out: 's' }),
      op('backward', ['s']),
    ];
    expect(await elements(adapter, { inputs: { b: vector(5, 6) }, ops, observe: ['a.grad', 'b.grad'] })).toEqual([
      [5, 6],
      [0, 0],
    ]);
    expect(
      await grads([op('requires_grad_', ['x'], { with: { requires_grad: false } }), op('detach', ['x'], { out: 'c' })]),
    ).toBeNull();
  });
});

describe('a library without gradients', () => {
  const { autograd: _, ...forward } = tape;
  test('computes, also under no_grad and through x.data', async () => {
    const ops = [{ no_grad: [op('add', ['c.data', 1], { out: 'y' })] }, op('add_', ['c', 1])];
    expect(await elements(forward, { inputs: { c: vector(1) }, ops, observe: ['y', 'c'] })).toEqual([[2], [2]]);
  });
  test.each([
    ['a leaf', { inputs, ops: [] }],
    ['detach', { inputs: { x: vector(1) }, ops: [op('detach', ['x'])] }],
    ['backward', { inputs: { x: vector(1) }, ops: [op('backward', ['x'])] }],
    ['a .grad', { inputs: { x: vector(1) }, ops: [], observe: ['x.grad'] }],
  ])('lacks %s', async (_what, sample) => {
    expect(await run(forward, sample)).toEqual({ status: 'unsupported', what: 'feature autograd' });
  });
});
