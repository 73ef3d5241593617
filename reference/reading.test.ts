import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { nn, optim, Tensor, torch } from './index.ts';

const F = nn.functional;
const x = torch.tensor(
  [
    [0.5, -1.25],
    [2, 4],
  ],
  { dtype: 'float32' },
);

describe('what one writes in PyTorch', () => {
  test('sizes may stand one by one, before options too', () => {
    expect(torch.zeros(2, 3).shape).toEqual([2, 3]);
    expect(torch.ones(2, 3, { dtype: 'int32' }).dtype).toBe('int32');
    expect(torch.rand(4).shape).toEqual([4]);
    expect(torch.randn(2, 3, 4, { requires_grad: true }).requires_grad).toBe(true);
    expect(torch.zeros().shape).toEqual([]);
    expect(torch.zeros({ dtype: 'bool' }).dtype).toBe('bool');
    expect(x.reshape(4, -1).shape).toEqual([4, 1]);
    expect(x.view(-1).shape).toEqual([4]);
    expect(x.permute(1, 0).tolist()).toEqual(x.T.tolist());
    expect(x.expand(3, 2, 2).shape).toEqual([3, 2, 2]);
    expect(() => torch.zeros(2, -1)).toThrow(expect.objectContaining({ kind: 'invalid_argument' }));
  });

  test('a module is called, with one tensor or two', () => {
    const net = new nn.Sequential(new nn.Linear(2, 1), new nn.ReLU());
    expect(net(x).tolist()).toEqual(net.forward(x).tolist());
    const loss = new nn.MSELoss({ reduction: 'sum' });
    expect(loss(x, torch.zeros(2, 2)).item()).toBe(21.8125);
    expect(net).toBeInstanceOf(nn.Module);
    expect(net.length).toBe(2);
  });

  test('the layers of a net have an index', () => {
    const net = new nn.Sequential(new nn.Linear(2, 1));
    expect(net[0]).toBe(net.at(0));
    expect(net[0]!.weight.shape).toEqual([1, 2]);
    expect(net[1]).toBeUndefined();
  });

  test('options may stand where an operand is left out', () => {
    const w = torch.tensor([1, 2], { dtype: 'float32', requires_grad: true });
    const y = w.mul(w).sum();
    y.backward({ retain_graph: true });
    y.backward();
    expect(w.grad!.tolist()).toEqual([4, 8]);
    const target = torch.tensor([1, 0]);
    expect(F.cross_entropy(x, target, { reduction: 'none' }).shape).toEqual([2]);
    expect(F.nll_loss(x, target, { reduction: 'none' }).tolist()).toEqual([1.25, -2]);
    expect(F.binary_cross_entropy(torch.ones(2), torch.ones(2), { reduction: 'none' }).shape).toEqual([2]);
    expect(F.conv2d(torch.ones(1, 1, 3, 3), torch.ones(1, 1, 1, 1), { stride: 2 }).shape).toEqual([1, 1, 2, 2]);
    for (const wrong of [[1, 2], 1, 'mean']) {
      expect(() => F.cross_entropy(x, target, wrong as never)).toThrow(/expected a tensor, or an object of options/);
      expect(() => y.backward(wrong as never)).toThrow(/expected a tensor, or an object of options/);
    }
  });

  test('a whole number with a point is an integer to JavaScript, and the refusal says what to write', () => {
    expect(torch.tensor([[1.0, 1]]).dtype).toBe('int64');
    expect(() => torch.arange(4.0, { requires_grad: true })).toThrow(/dtype: 'float32'/);
    expect(torch.arange(4, { dtype: 'float32', requires_grad: true }).tolist()).toEqual([0, 1, 2, 3]);
  });
});

describe('what console.log shows', () => {
  test('a tensor as Python prints it, alone and inside of something', () => {
    expect(inspect(x)).toBe('tensor([[ 0.5000, -1.2500],\n        [ 2.0000,  4.0000]])');
    expect(inspect({ y: torch.tensor([1, 2]) })).toBe('{ y: tensor([1, 2]) }');
  });

  test('a parameter under its heading, and what is computed from it without', () => {
    const { weight } = new nn.PReLU();
    expect(inspect(weight)).toBe('Parameter containing:\ntensor([0.2500], requires_grad=True)');
    expect(String(weight.data)).toBe('tensor([0.2500])');
    expect(weight.mul(2)).not.toBeInstanceOf(nn.Parameter);
    expect(new nn.Parameter(torch.ones(2))).toBeInstanceOf(Tensor);
    expect(() => new nn.Parameter(torch.tensor([1]))).toThrow(expect.objectContaining({ kind: 'unsupported_dtype' }));
  });

  // What PyTorch 2.14.1 prints.
  test('a net with its layers', () => {
    const convolutions = new nn.Sequential(
      new nn.Conv2d(1, 2, [2, 1], { bias: false }),
      new nn.Conv2d(2, 4, 3, { stride: 2, padding: 1, dilation: 2, groups: 2 }),
    );
    const net = new nn.Sequential(
      new nn.Linear(2, 1),
      convolutions,
      new nn.ReLU(),
      new nn.PReLU({ num_parameters: 2 }),
    );
    expect(inspect(net)).toBe(
      `Sequential(
  (0): Linear(in_features=2, out_features=1, bias=True)
  (1): Sequential(
    (0): Conv2d(1, 2, kernel_size=(2, 1), stride=(1, 1), bias=False)
    (1): Conv2d(2, 4, kernel_size=(3, 3), stride=(2, 2), padding=(1, 1), dilation=(2, 2), groups=2)
  )
  (2): ReLU()
  (3): PReLU(num_parameters=2)
)`,
    );
    expect(inspect(new nn.MSELoss())).toBe('MSELoss()');
  });

  test('an optimizer with its options', () => {
    const { weight } = new nn.PReLU();
    const text = inspect(new optim.SGD([weight], { lr: 0.03, nesterov: true, momentum: 0.9 }));
    expect(text).toMatch(/^SGD \(\nParameter Group 0\n {4}dampening: 0\n {4}lr: 0.03\n {4}maximize: False\n/);
    expect(text).toMatch(/\n {4}momentum: 0.9\n {4}nesterov: True\n {4}weight_decay: 0\n\)$/);
  });
});
