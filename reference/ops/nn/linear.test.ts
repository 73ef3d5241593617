import { describe, expect, test } from 'vitest';
import type { Tensor } from '../../autograd/tensor.ts';
import { gradcheck } from '../../gradcheck.ts';
import { torch } from '../../torch/torch.ts';
import { linear } from './linear.ts';

const random = (size: readonly number[]): Tensor => torch.randn(size, { dtype: 'float64' }).requires_grad_();

describe('linear', () => {
  test.each([[[3]], [[4, 3]], [[2, 2, 3]]])('is input times the transposed weight plus the bias, for %j', (size) => {
    const [x, w, b] = [random(size), random([2, 3]), random([2])];
    const expected = x.matmul(w.transpose(0, 1)).add(b).reshape([-1]).tolist() as number[];
    const got = linear(x, w, b).reshape([-1]).tolist() as number[];
    got.forEach((value, i) => {
      expect(value).toBeCloseTo(expected[i]!, 12);
    });
    expect(gradcheck((p, q, r) => linear(p!, q!, r).pow(2), [x, w, b])).toBeLessThan(1e-6);
  });

  test('multiplies integers exactly', () => {
    const big = 2n ** 60n;
    const product = linear(torch.tensor([[big, 1n]]), torch.tensor([[1n, 3n]]), torch.tensor([5n]));
    expect(product.dtype).toBe('int64');
    expect(product.tolist()).toEqual([[big + 8n]]);
  });

  test('takes a bias of one element for all features', () => {
    expect(linear(torch.ones([1, 2]), torch.ones([3, 2]), torch.tensor([0.5])).tolist()).toEqual([[2.5, 2.5, 2.5]]);
  });

  test('raises sizes and dtypes that do not fit', () => {
    expect(() => linear(torch.tensor(1.5), torch.ones([1, 1]))).toThrow('do not fit');
    expect(() => linear(torch.ones([2, 3]), torch.ones([2, 2]))).toThrow('do not fit');
    expect(() => linear(torch.ones([2, 3]), torch.ones([2]))).toThrow('do not fit');
    expect(() => linear(torch.ones([2, 3]), torch.ones([3]), torch.ones([1]))).toThrow('do not fit');
    expect(() => linear(torch.ones([2, 3]), torch.ones([2, 3]), torch.ones([3]))).toThrow('bias');
    expect(() => linear(torch.ones([2]), torch.ones([2, 2], { dtype: 'float64' }))).toThrow('one dtype');
  });
});
