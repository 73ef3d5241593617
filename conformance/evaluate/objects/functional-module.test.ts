import { describe, expect, test } from 'vitest';
import type { Adapter } from '../../adapter/contract.ts';
import { Fake, functional, tape } from '../fake/fake-library.ts';
import { elements, op, run, vector } from '../fake/sample.ts';
import { affine, inputs, linear, load } from './module-sample.ts';

const withFunctions = (adapter: Adapter<Fake>): Adapter<Fake> => ({
  ...adapter,
  ops: {
    ...adapter.ops,
    linear: affine,
    relu: (t) =>
      new Fake(
        t.data.map((v) => Math.max(v, 0)),
        t.shape,
      ),
    mse_loss: (a, _, { reduction }) => (reduction === 'none' ? a : (adapter.ops.sum!(a, {}) as Fake)),
  },
});

describe.each([tape, functional].map(withFunctions))('modules that are functions of $name', (adapter) => {
  test('take their parameters from load_state_dict, and are called', async () => {
    const ops = [linear, load('m', { weight: 'W', bias: 'b' }), op('call', ['m', 'x'], { out: 'y' })];
    const observe = ['y', 'm.weight', 'm.bias'];
    expect(await elements(adapter, { inputs, ops, observe })).toEqual([
      [4, 7],
      [3, 3],
      [1, 1],
    ]);
    expect(await run(adapter, { inputs, ops })).toMatchObject({ assisted: ['nn.Linear'] });
  });
  test('take no parameters of another dtype: the evaluator converts nothing', async () => {
    const ints = { ...inputs, W: { ...vector(3, 3), dtype: 'int64' as const } };
    expect(await run(adapter, { inputs: ints, ops: [linear, load('m', { weight: 'W', bias: 'b' })] })).toMatchObject({
      status: 'unsupported',
      what: 'a parameter given in another dtype',
    });
  });
  test('run in a row, and give their children by index and by path', async () => {
    const ops = [
      { ...linear, with: { ...linear.with, bias: false } },
      op('nn.ReLU', [], { out: 'r' }),
      op('nn.Sequential', ['m', 'r'], { out: 'net' }),
      load('net', { '0.weight': 'W' }),
      op('getitem', ['net'], { with: { index: [0] }, out: 'first' }),
      op('len', ['net'], { out: 'n' }),
      op('parameters', ['net'], { out: 'p' }),
      op('call', ['net', 'x'], { out: 'y' }),
    ];
    const observe = ['y', 'n', 'first.weight', 'net.0.weight', 'net.0.bias', 'p'];
    expect(await elements(adapter, { inputs, ops, observe })).toEqual([[3, 6], 2, [3, 3], [3, 3], null, [[3, 3]]]);
  });
  test('keep their options, losses too', async () => {
    const ops = [
      op('nn.MSELoss', [], { with: { reduction: 'none' }, out: 'l' }),
      op('call', ['l', 'x', 'x'], { out: 'y' }),
    ];
    expect(await elements(adapter, { inputs, ops, observe: ['y'] })).toEqual([1, 2]);
  });
  test('pass over no option that the function has no place for', async () => {
    const ops = [
      { ...linear, with: { ...linear.with, device: 'cpu' } },
      load('m', { weight: 'W', bias: 'b' }),
      op('call', ['m', 'x']),
    ];
    expect(await run(adapter, { inputs, ops })).toMatchObject({ what: 'option nn.Linear.device' });
  });
  test('draw no initial values in the place of a library', async () => {
    expect(await run(adapter, { inputs, ops: [linear, op('call', ['m', 'x'])] })).toEqual({
      status: 'unsupported',
      what: 'initial parameters of nn.Linear',
    });
    expect(await run(adapter, { inputs, ops: [linear, load('m', { slope: 'W' })] })).toMatchObject({
      what: 'parameter slope of nn.Linear',
    });
  });
  test('are lacking where the function is', async () => {
    expect(await run(adapter, { inputs, ops: [op('nn.Sigmoid', [], { out: 's' })] })).toMatchObject({
      what: 'op nn.Sigmoid',
    });
  });
  test('have gradients in their parameters', async () => {
    const ops = [
      linear,
      load('m', { weight: 'W', bias: 'b' }),
      op('call', ['m', 'x'], { out: 'y' }),
      op('sum', ['y'], { out: 's' }),
      op('backward', ['s']),
    ];
    const observe = ['m.weight.grad', 'm.bias.grad'];
    expect(await elements(adapter, { inputs, ops, observe })).toEqual([
      [1, 2],
      [1, 1],
    ]);
  });
});
