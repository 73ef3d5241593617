import { describe, expect, test } from 'vitest';
import type { Adapter } from '../../adapter/contract.ts';
import { type Fake, functional } from '../fake/fake-library.ts';
import { elements, leaf, op, run, vector } from '../fake/sample.ts';

const square = [op('mul', ['x', 'x'], { out: 'y' }), op('sum', ['y'], { out: 's' })];
const inputs = { x: leaf(1, 2, 3) };

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
  test('cannot be asked for the gradients of no inputs', async () => {
    const ops = [...square, op('autograd.grad', ['s', []], { out: [] })];
    expect(await run(functional, { inputs, ops })).toMatchObject({
      status: 'unsupported',
      what: 'feature autograd.tape: gradients in no tensor',
    });
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
