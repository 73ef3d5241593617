import { describe, expect, test } from 'vitest';
import { torch } from '../torch/torch.ts';
import { SGD } from './sgd.ts';

const leaf = (...data: number[]) => torch.tensor(data, { dtype: 'float64', requires_grad: true });

describe('SGD', () => {
  test('keeps a velocity for each parameter from its own first step on', () => {
    const [a, b] = [leaf(0), leaf(0)];
    const optimizer = new SGD([a, b], { lr: 1, momentum: 0.5, dampening: 0.5 });
    a.grad = torch.tensor([1], { dtype: 'float64' });
    optimizer.step();
    b.grad = torch.tensor([1], { dtype: 'float64' });
    optimizer.step();
    expect(a.tolist()).toEqual([-2]); // 1, then 0.5·1 + 0.5·1
    expect(b.tolist()).toEqual([-1]); // its first step is not dampened
  });

  test('leaves the gradient alone, also with momentum', () => {
    const a = leaf(0);
    const optimizer = new SGD([a], { lr: 1, momentum: 0.5 });
    a.grad = torch.tensor([1], { dtype: 'float64' });
    optimizer.step();
    optimizer.step();
    expect(a.grad.tolist()).toEqual([1]);
    expect(a.tolist()).toEqual([-2.5]);
  });

  test('refuses nesterov without momentum or with dampening, and no parameters at all', () => {
    expect(() => new SGD([leaf(1)], { lr: 1, nesterov: true })).toThrow('nesterov');
    expect(() => new SGD([leaf(1)], { lr: 1, nesterov: true, momentum: 1, dampening: 0.5 })).toThrow('nesterov');
    expect(() => new SGD([], { lr: 1 })).toThrow('no parameters');
  });

  test('with nesterov looks ahead along the velocity', () => {
    const a = leaf(0);
    const optimizer = new SGD([a], { lr: 1, momentum: 0.5, nesterov: true });
    a.grad = torch.tensor([1], { dtype: 'float64' });
    optimizer.step();
    expect(a.tolist()).toEqual([-1.5]); // g + μ·v, v = g
  });

  test('takes any iterable of leaves, and nothing else', () => {
    const a = leaf(1);
    expect(() => new SGD(new Set([a]), { lr: 0 })).not.toThrow();
    expect(() => new SGD([a.mul(2)], { lr: 1 })).toThrow('leaf');
    expect(() => new SGD([1 as never], { lr: 1 })).toThrow('tensor');
    expect(() => new SGD([a], { lr: Number.NaN })).toThrow('lr');
  });
});
