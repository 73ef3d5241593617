import { describe, expect, test } from 'vitest';
import type { Tensor } from '../../autograd/tensor.ts';
import { gradcheck } from '../../gradcheck.ts';
import type { Shape } from '../../memory/shape.ts';
import { torch } from '../../torch/torch.ts';

/** A float64 leaf with unequal elements, none of them 0. */
const leaf = (shape: Shape, seed = 1): Tensor => {
  const n = shape.reduce((product, size) => product * size, 1);
  const data = Array.from({ length: n }, (_, i) => (((i + seed) * 7) % 11) - 5.25);
  return torch.tensor(data, { dtype: 'float64' }).reshape(shape).detach().requires_grad_();
};
/** Weighs each element differently, so that a gradient in the wrong place shows. */
const weighted = (y: Tensor): Tensor => y.reshape([-1]).mul(torch.arange(1, y.numel() + 1, 1, { dtype: 'float64' }));

describe('matmul', () => {
  const shapes: [Shape, Shape, Shape][] = [
    [[3], [3], []],
    [[2, 3], [3], [2]],
    [[3], [3, 2], [2]],
    [
      [2, 3],
      [3, 2],
      [2, 2],
    ],
    [
      [2, 2, 3],
      [3, 2],
      [2, 2, 2],
    ],
    [[3], [2, 3, 2], [2, 2]],
    [[2, 2, 3], [3], [2, 2]],
    [
      [2, 1, 1, 3],
      [2, 3, 1],
      [2, 2, 1, 1],
    ],
  ];

  test.each(shapes)('of %j and %j has shape %j, and gradients that agree with finite differences', (a, b, out) => {
    expect(torch.matmul(leaf(a), leaf(b, 4)).shape).toEqual(out);
    expect(gradcheck((x, y) => weighted(torch.matmul(x, y)), [leaf(a), leaf(b, 4)])).toBeLessThan(1e-7);
  });

  test('resizes an out of another shape, as PyTorch does', () => {
    const out = torch.zeros([5]);
    torch.matmul(torch.ones([2, 3]), torch.ones([3, 2]), { out });
    expect(out.tolist()).toEqual([
      [3, 3],
      [3, 3],
    ]);
  });

  test('of int32 wraps exactly, where float64 would lose bits', () => {
    const big = torch.tensor([2147483647, 2147483629], { dtype: 'int32' });
    expect(torch.dot(big, big).item()).toBe(362);
  });

  test('of bools raises, whatever their number of axes', () => {
    for (const size of [[2], [2, 2], [2, 2, 2]]) {
      const mask = torch.ones(size, { dtype: 'bool' });
      expect(() => torch.matmul(mask, mask)).toThrowError(expect.objectContaining({ kind: 'unsupported_dtype' }));
    }
  });
});

describe('norm', () => {
  test.each([1, 1.5, 2, 3, 0.5, -1, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    'with p %d has a gradient that agrees with finite differences',
    (p) => {
      expect(gradcheck((x) => weighted(torch.norm(x, { p, dim: 1 })), [leaf([2, 3])])).toBeLessThan(1e-7);
      expect(gradcheck((x) => torch.norm(x, { p }), [leaf([2, 3])])).toBeLessThan(1e-7);
    },
  );

  test('counts the elements other than 0 for p 0, and has no gradient there', () => {
    const x = leaf([4]);
    const count = torch.norm(x, { p: 0 });
    count.backward();
    expect([count.item(), x.grad]).toEqual([4, null]);
  });

  test.each([0, 0.5, 1, 2])('of no elements is 0 for p %d', (p) => {
    expect(torch.norm(torch.zeros([0]), { p }).item()).toBe(0);
    expect(torch.norm(torch.zeros([2, 0]), { p, dim: 1 }).tolist()).toEqual([0, 0]);
  });

  test.each([-1, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('of no elements is refused for p %d', (p) => {
    const refused = expect.objectContaining({ kind: 'invalid_argument' });
    expect(() => torch.norm(torch.zeros([0]), { p })).toThrowError(refused);
    expect(() => torch.norm(torch.zeros([2, 0]), { p, dim: 1 })).toThrowError(refused);
    expect(torch.norm(torch.zeros([2, 0]), { p, dim: 0 }).tolist()).toEqual([]);
  });

  // As PyTorch has it: a NaN attains the greatest magnitude and has no sign, and nobody else attains it.
  test.each([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('of NaN has gradient 0 for p %d', (p) => {
    const x = torch.tensor([NaN, 1, 2], { requires_grad: true });
    torch.norm(x, { p }).backward();
    expect(x.grad!.tolist()).toEqual([0, 0, 0]);
  });
});
