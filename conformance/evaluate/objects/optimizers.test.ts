import { describe, expect, test } from 'vitest';
import type { Adapter } from '../../adapter/contract.ts';
import type { Step } from '../../values/case.ts';
import { Fake, functional, tape } from '../fake/fake-library.ts';
import { elements, leaf, op, run, vector } from '../fake/sample.ts';

describe.each([tape, functional])('optimizers on $name', (adapter) => {
  const descent = [
    op('mul', ['w', 'x'], { out: 'y' }),
    op('sum', ['y'], { out: 's' }),
    op('zero_grad', ['o']),
    op('backward', ['s']),
    op('step', ['o']),
  ];
  const sgd = op('optim.SGD', [['w']], { with: { lr: 0.5 }, out: 'o' });
  const start = { w: leaf(1, 1), x: vector(2, 4) };
  const own: Adapter<Fake> = {
    ...adapter,
    optim: {
      'optim.SGD': (_, { lr }) => ({
        step: (params, grads) => {
          const next = params.map((w, i) => w.data.map((v, k) => v - lr * (grads[i]?.data[k] ?? 0)));
          if (adapter.mutation === 'none') return next.map((data) => new Fake(data, [data.length]));
          for (const [i, w] of params.entries()) w.data.splice(0, w.data.length, ...next[i]!);
        },
      }),
    },
  };

  test('step by the gradients, and keep the parameters leaves', async () => {
    const ops = [sgd, { repeat: 2, ops: descent }];
    expect(await elements(own, { inputs: start, ops, observe: ['w', 'w.grad'] })).toEqual([
      [-1, -3],
      [2, 4],
    ]);
  });
  test('leave a frozen parameter frozen', async () => {
    const ops = [
      op('optim.SGD', [['w', 'x']], { with: { lr: 0.5 }, out: 'o' }),
      op('requires_grad_', ['x'], { with: { requires_grad: false } }),
      { repeat: 2, ops: descent },
    ];
    const both = { w: leaf(1, 1), x: leaf(2, 4) };
    expect(await elements(own, { inputs: both, ops, observe: ['w', 'x', 'x.grad'] })).toEqual([[-1, -3], [2, 4], null]);
  });
  test('are not given a result by the evaluator without a tape, of which the library sees only the value', async () => {
    const ops = [op('mul', ['w', 'w'], { out: 'v' }), op('optim.SGD', [['v']], { with: { lr: 0.5 }, out: 'o' })];
    const outcome = await run(own, { inputs: { w: leaf(1, 1) }, ops, observe: [] });
    if (adapter.autograd?.kind === 'tape') expect(outcome).toMatchObject({ status: 'result' });
    else
      expect(outcome).toMatchObject({ status: 'unsupported', what: 'feature autograd.tape: a result as a parameter' });
  });
  test('change nothing before a backward', async () => {
    expect(await elements(own, { inputs: start, ops: [sgd, op('step', ['o'])], observe: ['w', 'w.grad'] })).toEqual([
      [1, 1],
      null,
    ]);
  });
  test('zero gradients, or make them null', async () => {
    const zeroed = (none: boolean): Promise<unknown> => {
      const ops = [sgd, ...descent, op('zero_grad', ['o'], { with: { set_to_none: none } })];
      return elements(own, { inputs: start, ops, observe: ['w.grad'] });
    };
    expect(await zeroed(false)).toEqual([0, 0]);
    expect(await zeroed(true)).toBeNull();
  });
});

describe('a library without optimizers', () => {
  const sgd = (options: object): readonly Step[] => [
    op('optim.SGD', [['w']], { with: { lr: 0.5, ...options }, out: 'o' }),
    op('mul', ['w', 'w'], { out: 'y' }),
    op('sum', ['y'], { out: 's' }),
    op('backward', ['s']),
    op('step', ['o']),
  ];
  test('has a plain step done for it, if it is functional', async () => {
    expect(
      await elements(functional, { inputs: { w: leaf(1, 3) }, ops: sgd({ momentum: 0 }), observe: ['w'] }),
    ).toEqual([0, 0]);
    expect(await run(functional, { inputs: { w: leaf(1) }, ops: sgd({}) })).toMatchObject({ assisted: ['optim.SGD'] });
    expect(await run(functional, { inputs: { w: leaf(1) }, ops: sgd({ momentum: 0.9 }) })).toMatchObject({
      what: 'option optim.SGD.momentum',
    });
  });
  test('lacks them, if it has a tape', async () => {
    expect(await run(tape, { inputs: { w: leaf(1) }, ops: sgd({}) })).toMatchObject({ what: 'op optim.SGD' });
  });
});

describe('an optimizer that breaks its contract', () => {
  test.each([
    ['returns nothing', () => undefined, 'optim.SGD: a step must return the new parameters'],
    ['returns too few', () => [], 'the step of optim.SGD must return 1 parameters'],
  ])('and %s ends a case as error', async (_, step, message) => {
    const adapter: Adapter<Fake> = {
      ...functional,
      optim: { 'optim.SGD': (_p, { lr }) => ({ step: () => (lr > 0 ? step() : undefined) as never }) },
    };
    const ops = [op('optim.SGD', [['w']], { with: { lr: 1 }, out: 'o' }), op('step', ['o'])];
    expect(await run(adapter, { inputs: { w: leaf(1) }, ops })).toEqual({ status: 'error', message });
  });
});
