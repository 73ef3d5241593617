import { describe, expect, test } from 'vitest';
import { apply, type Op } from './apply/op.ts';
import type { Tensor } from './autograd/tensor.ts';
import { gradcheck } from './gradcheck.ts';
import { broadcast, NONE, type None, promoted } from './ops/pointwise.ts';
import { torch } from './torch/torch.ts';

const x = (): Tensor => torch.tensor([0.5, -1.25, 2], { dtype: 'float64', requires_grad: true });

const wrong: Op<None> = {
  name: 'wrong',
  shape: broadcast,
  dtype: promoted,
  layout: 'as-operands',
  forward: (out, [a]) => out.numbers.set(a!.numbers.map((v) => v * v)),
  vjp: { gradFn: 'WrongBackward0', rules: [(grad, saved) => grad.mul(saved.input(0))] }, // 2x is right
};

describe('gradcheck', () => {
  test('finds next to no difference for a right gradient', () => {
    expect(gradcheck((t) => t.mul(t).mul(t), [x()])).toBeLessThan(1e-8);
  });

  test('finds a wrong gradient', () => {
    expect(gradcheck((t) => apply(wrong, [t], NONE), [x()])).toBeGreaterThan(0.4);
  });

  test('refuses float32, whose differences are noise', () => {
    expect(() => gradcheck((t) => t, [torch.ones([2], { requires_grad: true })])).toThrow('float64');
  });
});
