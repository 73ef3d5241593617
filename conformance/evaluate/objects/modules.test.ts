import { describe, expect, test } from 'vitest';
import type { Adapter } from '../../adapter/contract.ts';
import type { OpStep, Step } from '../../values/case.ts';
import { Fake, FakeError, functional, tape } from '../fake/fake-library.ts';
import { elements, op, run, vector } from '../fake/sample.ts';

const linear = op('nn.Linear', [], { with: { in_features: 1, out_features: 1 }, out: 'm' });
const load = (module: string, state: Record<string, string>, more: { strict?: boolean } = {}): OpStep =>
  op('load_state_dict', [module], {
    with: { state_dict: Object.fromEntries(Object.entries(state).map(([key, name]) => [key, { ref: name }])), ...more },
  });
const inputs = { x: vector(1, 2), W: vector(3, 3), b: vector(1, 1) };

/** Elementwise, to be seen through: w·x + b. */
const affine = (x: Fake, w: Fake, b: Fake | undefined): Fake => {
  const product = functional.ops.mul!(x, w) as Fake;
  return b === undefined ? product : (functional.ops.add!(product, b, {}) as Fake);
};
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

class Layer {
  weight = new Fake([7], [1]);
  bias: Fake | null;
  readonly children: readonly Layer[];
  constructor(bias: boolean, children: readonly Layer[] = []) {
    this.bias = bias ? new Fake([5], [1]) : null;
    this.children = children;
    for (const parameter of [this.weight, this.bias]) if (parameter !== null) parameter.leaf = true;
  }
  named(): Record<string, Fake> {
    return { weight: this.weight, ...(this.bias !== null && { bias: this.bias }) };
  }
}
const withModules = (adapter: Adapter<Fake>): Adapter<Fake> => ({
  ...adapter,
  modules: {
    'nn.Linear': {
      create: (state, { bias = true, in_features, out_features }) => {
        if (in_features < 0 || out_features < 0) throw new FakeError('no features');
        return Object.assign(new Layer(bias), state);
      },
      parameters: (layer: Layer) => layer.named(),
      forward: (_, { weight, bias }, [x]) => affine(x!, weight!, bias),
    },
    'nn.Sequential': {
      create: (_state, _options, children) => new Layer(false, children as readonly Layer[]),
      forward: (net: Layer, params, [x]) =>
        net.children.reduce((y, _, i) => affine(y, params[`${i}.weight`]!, params[`${i}.bias`]), x!),
      child: (net: Layer, index) => net.children.at(index) ?? raise(`no child ${index}`),
    },
  },
});
const raise = (message: string): never => {
  throw new FakeError(message);
};

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

describe.each([tape, functional].map(withModules))('modules of the library $name', (adapter) => {
  const net = [linear, op('nn.Sequential', ['m'], { out: 'net' })];
  test('start as the library starts them', async () => {
    const ops = [...net, op('call', ['net', 'x'], { out: 'y' })];
    expect(await elements(adapter, { inputs: { x: vector(2) }, ops, observe: ['y', 'net.0.weight'] })).toEqual([
      [19],
      [7],
    ]);
  });
  test('are made anew to take a state', async () => {
    const ops = [...net, load('net', { '0.weight': 'W', '0.bias': 'b' }), op('call', ['net', 'x'], { out: 'y' })];
    expect(await elements(adapter, { inputs, ops, observe: ['y', 'm.bias'] })).toEqual([
      [4, 7],
      [1, 1],
    ]);
  });
  test('are asked for a child, and may raise', async () => {
    const at = (index: number): readonly Step[] => [
      ...net,
      op('getitem', ['net'], { with: { index: [index] }, out: 'c' }),
    ];
    expect(await elements(adapter, { ops: at(-1), observe: ['c.weight'] })).toEqual([7]);
    expect(await run(adapter, { ops: at(3) })).toMatchObject({ status: 'threw', op: [2], message: 'no child 3' });
  });
  test('raise when they are made', async () => {
    const bad = op('nn.Linear', [], { with: { in_features: -1, out_features: 1 }, out: 'm' });
    expect(await run(adapter, { ops: [bad] })).toMatchObject({ status: 'threw', op: [0], message: 'no features' });
  });
  test('have all their options read, when they are made or called', async () => {
    const ops = [{ ...linear, with: { ...linear.with, dtype: 'float32' } }, op('call', ['m', 'x'])];
    expect(await run(adapter, { inputs: { x: vector(2) }, ops })).toMatchObject({ what: 'option nn.Linear.dtype' });
  });
  test('say nothing of an option that they have not read by the time they raise', async () => {
    const raising = (over: object): Adapter<Fake> => ({
      ...adapter,
      modules: { 'nn.Linear': { ...adapter.modules!['nn.Linear']!, ...over } },
    });
    const no = (): never => {
      throw new Error('no');
    };
    const made = { ...linear, with: { ...linear.with, dtype: 'float32' } };
    const unread = { status: 'unsupported', what: 'option nn.Linear.dtype' };
    const called = { inputs: { x: vector(2) }, ops: [made, op('call', ['m', 'x'])] };
    expect(await run(raising({ forward: no }), called)).toEqual(unread);
    const loading = { inputs, ops: [linear, load('m', { weight: 'W' }, { strict: false })] };
    expect(await run(raising({ load: no }), loading)).toMatchObject({ what: 'option load_state_dict.strict' });
  });
  test('may take a state, and zero gradients, themselves', async () => {
    let zeroed: unknown;
    const own: Adapter<Fake> = {
      ...adapter,
      modules: {
        'nn.Linear': {
          ...adapter.modules!['nn.Linear']!,
          load: (layer: Layer, state) => void Object.assign(layer, state),
          zeroGrad: (_, options) => {
            zeroed = options.set_to_none;
          },
        },
      },
    };
    const ops = [linear, load('m', { weight: 'W' }), op('zero_grad', ['m'], { with: { set_to_none: true } })];
    expect(await elements(own, { inputs, ops, observe: ['m.weight'] })).toEqual([3, 3]);
    expect(zeroed).toBe(true);
  });
});
