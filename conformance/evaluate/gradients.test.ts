import { describe, expect, test } from 'vitest';
import type { Adapter } from '../adapter/contract.ts';
import { type Fake, functional, tape } from './fake-library.ts';
import { elements, leaf, op, run, vector } from './sample.ts';

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

describe('a tape', () => {
  test('may read requires_grad itself', async () => {
    const adapter: Adapter<Fake> = {
      ...tape,
      ops: {
        ...tape.ops,
        zeros: ({ size, requires_grad }) => Object.assign(tape.ops.zeros!({ size }) as Fake, { leaf: requires_grad }),
      },
    };
    const ops = [
      op('zeros', [], { with: { size: [2], requires_grad: true }, out: 'a' }),
      op('sum', ['a'], { out: 's' }),
      op('backward', ['s']),
    ];
    expect(await elements(adapter, { ops, observe: ['a.grad'] })).toEqual([1, 1]);
  });
  test('has every option of backward read', async () => {
    const ops = [...square, op('backward', ['s'], { with: { retain_graph: true } })];
    expect(await run(tape, { inputs, ops })).toEqual({ status: 'unsupported', what: 'option backward.retain_graph' });
  });
  test('has autograd.grad only if it lists it', async () => {
    const ops = [...square, op('autograd.grad', ['s', ['x']], { out: ['g'] })];
    expect(await run(tape, { inputs, ops })).toMatchObject({ what: 'op autograd.grad' });
    const listing: Adapter<Fake> = { ...tape, ops: { ...tape.ops, 'autograd.grad': (y, [x]) => [y, x!, null] } };
    const three = [...square, op('autograd.grad', ['s', ['x']], { out: ['a', 'b', 'c'] })];
    expect(await elements(listing, { inputs, ops: three, observe: ['a', 'c'] })).toEqual([[14], null]);
  });
  test('may list requires_grad_', async () => {
    let asked = 0;
    const adapter: Adapter<Fake> = {
      ...tape,
      ops: {
        ...tape.ops,
        requires_grad_: (t) => {
          asked++;
          return Object.assign(t, { leaf: true });
        },
      },
    };
    const ops = [op('requires_grad_', ['x']), op('sum', ['x'], { out: 's' }), op('backward', ['s'])];
    expect(await elements(adapter, { inputs: { x: vector(1, 2) }, ops, observe: ['x.grad'] })).toEqual([1, 1]);
    expect(asked).toBe(1);
  });
  test('whose tensors cannot be written to keeps its leaves', async () => {
    const adapter: Adapter<Fake> = { ...tape, mutation: 'none', ops: functional.ops };
    const ops = [
      { no_grad: [op('add_', ['x', 1])] },
      op('add_', ['x.data', 1]),
      ...square,
      op('backward', ['s']),
      op('backward', ['s']),
      op('zero_', ['x.grad']),
      op('backward', ['s']),
    ];
    expect(await elements(adapter, { inputs, ops, observe: ['x', 'x.grad'] })).toEqual([
      [3, 4, 5],
      [6, 8, 10],
    ]);
  });
});

describe('functions of functions', () => {
  const grad = (of: string, out: string, create = true): ReturnType<typeof op> =>
    op('autograd.grad', [of, ['x']], { with: { create_graph: create }, out: [out] });

  test('say what the evaluator did in their place', async () => {
    const twice = [...square, op('backward', ['s']), op('backward', ['s']), op('zero_', ['x.grad'])];
    expect(await run(functional, { inputs, ops: twice })).toMatchObject({
      assisted: ['accumulation of .grad', '.grad.zero_'],
    });
  });
  test('nest for higher orders', async () => {
    const ops = [
      op('mul', ['x', 'x'], { out: 'y' }),
      op('mul', ['y', 'x'], { out: 'z' }),
      op('sum', ['z'], { out: 's' }),
      grad('s', 'g'),
      op('sum', ['g'], { out: 'gs' }),
      grad('gs', 'h'),
      op('sum', ['h'], { out: 'hs' }),
      op('backward', ['hs']),
    ];
    expect(await elements(functional, { inputs, ops, observe: ['g', 'h', 'x.grad'] })).toEqual([
      [3, 12, 27],
      [6, 12, 18],
      [6, 6, 6],
    ]);
  });
  test('give the gradient of an intermediate value, with a given start', async () => {
    const ops = [
      op('mul', ['x', 2], { out: 'h' }),
      op('mul', ['h', 'h'], { out: 'y' }),
      op('autograd.grad', ['y', ['h', 'x']], { with: { grad_outputs: { ref: 'v' } }, out: ['gh', 'gx'] }),
    ];
    expect(
      await elements(functional, { inputs: { ...inputs, v: vector(1, 1, 0) }, ops, observe: ['gh', 'gx'] }),
    ).toEqual([
      [4, 8, 0],
      [8, 16, 0],
    ]);
  });
  test('give null for an unused input, if that is allowed', async () => {
    const unused = (allow: boolean): Promise<unknown> =>
      elements(functional, {
        inputs: { ...inputs, w: leaf(1) },
        ops: [...square, op('autograd.grad', ['s', ['w', 'x']], { with: { allow_unused: allow }, out: ['a', 'b'] })],
        observe: ['a', 'b'],
      });
    expect(await unused(true)).toEqual([null, [2, 4, 6]]);
    expect(await unused(false)).toMatchObject({ status: 'unsupported' });
  });
  test('may be late, but not where they are differentiated', async () => {
    const { vjp } = functional.autograd as Extract<Adapter<Fake>['autograd'], { kind: 'functional' }>;
    const adapter: Adapter<Fake> = {
      ...functional,
      autograd: { kind: 'functional', vjp: async (f, xs, g) => vjp(f, xs, g) },
      ops: { ...functional.ops, exp: async (t) => functional.ops.exp!(t) },
    };
    expect(await elements(adapter, { inputs, ops: [...square, grad('s', 'g', false)], observe: ['g'] })).toEqual([
      2, 4, 6,
    ]);
    const late = [op('exp', ['x'], { out: 'y' }), op('sum', ['y'], { out: 's' }), op('backward', ['s'])];
    expect(await run(adapter, { inputs, ops: late })).toMatchObject({
      status: 'unsupported',
      what: 'a gradient through exp, which is asynchronous',
    });
  });
  test('must give one gradient per input', async () => {
    const adapter: Adapter<Fake> = { ...functional, autograd: { kind: 'functional', vjp: () => [] } };
    const ended = { status: 'error', message: 'vjp must return 1 gradients for backward' };
    expect(await run(adapter, { inputs, ops: [...square, op('backward', ['s'])] })).toEqual(ended);
    expect(await run(adapter, { inputs, ops: [...square, grad('s', 'g')] })).toMatchObject({ status: 'error' });
  });
  test.each([
    ['.grad of a result', square, ['y.grad']],
    ['the gradient of a tensor in itself', [op('backward', ['x', 'x'])], []],
    ['a recorded tensor was written to', [...square, op('add_', ['x.data', 1]), op('backward', ['s'])], []],
    ['backward without a leaf', [op('sum', ['c'], { out: 's' }), op('backward', ['s'])], []],
    ['backward with create_graph', [...square, op('backward', ['s'], { with: { create_graph: true } })], []],
    ['requires_grad of a result', [...square, op('requires_grad_', ['y'], { with: { requires_grad: false } })], []],
    ['requires_grad of a tensor that is not floating', [op('requires_grad_', ['n'])], []],
  ])('lack %s, which needs a tape', async (what, ops, observe) => {
    const all = { ...inputs, c: vector(1), n: { dtype: 'int32' as const, shape: [1], data: [1] } };
    expect(await run(functional, { inputs: all, ops, observe })).toEqual({
      status: 'unsupported',
      what: `feature autograd.tape: ${what}`,
    });
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
