import { describe, expect, test } from 'vitest';
import type { Tensor } from '../../autograd/tensor.ts';
import { gradcheck } from '../../gradcheck.ts';
import { torch } from '../../torch/torch.ts';

const x = (): Tensor =>
  torch.tensor([[0.5, -1.25, 2], [-0.75, 1.5, -3]], { dtype: 'float64', requires_grad: true }); // biome-ignore format: a matrix
const weights = torch.tensor([[1, -2, 3], [0.5, 4, -1]], { dtype: 'float64' }); // biome-ignore format: a matrix

const gradientOf =
  (f: (t: Tensor) => Tensor) =>
  (input: Tensor): Tensor =>
    torch.enable_grad(() => {
      const at = input.requires_grad ? input : input.detach().requires_grad_();
      const [g] = torch.autograd.grad(f(at).sum(), at, { create_graph: true });
      return g!.mul(weights);
    });
const square = (t: Tensor): Tensor => t.mul(t);

const smooth: [string, (t: Tensor) => Tensor][] = [
  ['sum', (t) => square(t.sum({ dim: 1 }))],
  ['mean', (t) => square(t.mean({ dim: 0, keepdim: true }))],
  ['var', (t) => square(t.var({ dim: 1 }))],
  ['biased var of all', (t) => square(t.var({ unbiased: false }))],
  ['std', (t) => square(t.std({ dim: 0 })).mul(t.std())],
  ['cumsum', (t) => square(t.cumsum(1)).mul(weights)],
  ['cumsum of columns', (t) => square(t.cumsum(0)).mul(weights)],
  ['max', (t) => square(t.max())],
  ['max of rows', (t) => square(t.max({ dim: 1 }).values)],
  ['min of columns', (t) => square(t.min({ dim: 0, keepdim: true }).values)],
  ['max of a transpose', (t) => square(t.T.max({ dim: 1 }).values)],
];

describe('gradients of reductions', () => {
  test.each(smooth)('%s agrees with finite differences', (_, f) => {
    expect(gradcheck(f, [x()])).toBeLessThan(1e-6);
  });

  test.each(smooth)('the second gradient of %s agrees with finite differences', (_, f) => {
    expect(gradcheck(gradientOf(f), [x()])).toBeLessThan(1e-5);
  });
});

describe('reductions of views', () => {
  const m = torch.arange(24).reshape([2, 3, 4]);
  test.each([
    ['a transpose', m.transpose(0, 2), (t: Tensor) => t.sum({ dim: [0, 2] })],
    ['a slice with a step', m.getitem(':', '::2', '1::2'), (t: Tensor) => t.cumsum(1)],
    ['an expanded tensor', m.getitem(0).expand([2, 3, 4]), (t: Tensor) => t.max({ dim: 0 }).indices],
    ['a permutation', m.permute([2, 0, 1]), (t: Tensor) => t.argmax()],
  ])('%s reduces as its copy does', (_, view, reduce) => {
    expect(view.is_contiguous()).toBe(false);
    expect(reduce(view).tolist()).toEqual(reduce(view.contiguous()).tolist());
  });

  test('int64 extremes are exact and reach both ends of the range', () => {
    const ends = torch.tensor([-(2n ** 63n), 2n ** 63n - 1n, 2n ** 53n + 1n]);
    expect([ends.max().item(), ends.min().item()]).toEqual([2n ** 63n - 1n, -(2n ** 63n)]);
    expect([ends.argmax().item(), ends.argmin().item()]).toEqual([1n, 0n]);
  });
});
