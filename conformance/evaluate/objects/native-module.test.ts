import { describe, expect, test } from 'vitest';
import type { Adapter } from '../../adapter/contract.ts';
import type { Step } from '../../values/case.ts';
import { Fake, FakeError, functional, tape } from '../fake/fake-library.ts';
import { elements, op, run, vector } from '../fake/sample.ts';
import { affine, inputs, linear, load } from './module-sample.ts';

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
    const unread = {
      ...{ status: 'unsupported', what: 'option nn.Linear.dtype' },
      options: [{ op: 'nn.Linear', option: 'dtype' }],
    };
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

test('a container is asked for the parameters that it lists, be they those of its layers or not', async () => {
  const listing = (parameters: () => Record<string, Fake>): Adapter<Fake> => {
    const right = withModules(tape);
    return {
      ...right,
      modules: { ...right.modules, 'nn.Sequential': { ...right.modules!['nn.Sequential']!, parameters } },
    };
  };
  const ops = [linear, op('nn.Sequential', ['m'], { out: 'net' }), op('parameters', ['net'], { out: 'all' })];
  const copy = new Fake([9], [1]);
  expect(
    await elements(
      listing(() => ({ '0.weight': copy, '0.bias': copy })),
      { ops, observe: ['all.0', 'm.weight'] },
    ),
  ).toEqual([[9], [7]]);
  expect(await elements(withModules(functional), { ops, observe: ['all.0', 'all.1'] })).toEqual([[7], [5]]);
});
