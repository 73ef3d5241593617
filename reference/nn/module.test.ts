import { describe, expect, test } from 'vitest';
import { TensorError } from '../numbers/errors.ts';
import { torch } from '../torch/torch.ts';
import * as nn from './index.ts';

const kindOf = (run: () => unknown): string | undefined => {
  try {
    run();
  } catch (error) {
    return error instanceof TensorError ? error.kind : 'no TensorError';
  }
  return undefined;
};

describe('Module', () => {
  test('names parameters by the position of their layer', () => {
    const net = new nn.Sequential(
      new nn.Linear(2, 3),
      new nn.Sequential(new nn.PReLU(), new nn.Linear(3, 1, { bias: false })),
    );
    expect(net.named_parameters().map(([name]) => name)).toEqual(['0.weight', '0.bias', '1.0.weight', '1.1.weight']);
  });

  test('lists a shared layer once, but loads it by each of its names', () => {
    const layer = new nn.Linear(2, 2, { bias: false });
    const net = new nn.Sequential(layer, layer);
    expect(net.parameters()).toEqual([layer.weight]);
    const w = torch.ones([2, 2]);
    expect(kindOf(() => net.load_state_dict({ '0.weight': w }))).toBe('invalid_argument');
    net.load_state_dict({ '0.weight': w, '1.weight': w });
    expect(layer.weight.tolist()).toEqual(w.tolist());
  });

  test('loads nothing if any value does not fit', () => {
    const layer = new nn.Linear(1, 1);
    const before = layer.weight.tolist();
    const state = { weight: torch.ones([1, 1]), bias: torch.ones([2]) };
    expect(kindOf(() => layer.load_state_dict(state))).toBe('shape_mismatch');
    expect(layer.weight.tolist()).toEqual(before);
  });

  test('resets gradients to null, or writes zeros to them', () => {
    const layer = new nn.Linear(1, 1);
    layer.zero_grad({ set_to_none: false });
    expect(layer.weight.grad).toBeNull();
    layer.forward(torch.ones([1, 1])).backward();
    const before = layer.weight.grad!;
    layer.zero_grad({ set_to_none: false });
    expect(layer.weight.grad!.tolist()).toEqual([[0]]);
    expect(before.tolist()).toEqual([[0]]);
    layer.zero_grad();
    expect(layer.bias!.grad).toBeNull();
  });
});

describe('Sequential', () => {
  test('knows the type of the layer at a literal index', () => {
    const net = new nn.Sequential(new nn.Linear(2, 1), new nn.ReLU());
    net.at(0).weight.data.fill_(3);
    expect(net.at(0).weight.tolist()).toEqual([[3, 3]]);
    expect(net.at(-1)).toBeInstanceOf(nn.ReLU);
    expect(kindOf(() => net.at(2))).toBe('index_out_of_range');
    expect(kindOf(() => net.at(0.5))).toBe('index_out_of_range');
  });
});

describe('layers', () => {
  test('draw nothing for a weight of no elements, and a bias of zeros', () => {
    torch.manual_seed(0);
    const layer = new nn.Linear(0, 2);
    expect(layer.weight.shape).toEqual([2, 0]);
    expect(layer.bias!.tolist()).toEqual([0, 0]);
  });

  test('take float64', () => {
    expect(new nn.Linear(1, 1, { dtype: 'float64' }).weight.dtype).toBe('float64');
  });

  test('refuse groups that do not divide the channels', () => {
    expect(kindOf(() => new nn.Conv2d(4, 3, 1, { groups: 2 }))).toBe('invalid_argument');
    expect(kindOf(() => new nn.Conv2d(4, 4, 1, { groups: 0 }))).toBe('invalid_argument');
    expect(kindOf(() => new nn.Conv2d(1, 1, 0))).toBe('invalid_argument');
  });

  test('start one slope for each channel of PReLU', () => {
    expect(new nn.PReLU({ num_parameters: 2, init: 1 }).weight.tolist()).toEqual([1, 1]);
    expect(new nn.PReLU({ num_parameters: 2, init: 1 }).weight.dtype).toBe('float32');
  });
});
