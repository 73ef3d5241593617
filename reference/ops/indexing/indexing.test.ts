import { describe, expect, test } from 'vitest';
import type { Tensor } from '../../autograd/tensor.ts';
import { gradcheck } from '../../gradcheck.ts';
import { torch } from '../../torch/torch.ts';

const x = (): Tensor =>
  torch.tensor([[0.5, -1.25, 2], [-0.75, 1.5, -3]], { dtype: 'float64', requires_grad: true }); // biome-ignore format: a matrix
const v = (): Tensor => torch.tensor([1.5, -0.5], { dtype: 'float64', requires_grad: true });
const rows = torch.tensor([1, 0, 1]);
const columns = torch.tensor([[2], [0]]);
const square = (t: Tensor): Tensor => t.mul(t);
const written = (t: Tensor, ...args: Parameters<Tensor['setitem']>): Tensor => t.mul(1).setitem(...args);

const reads: [string, (t: Tensor) => Tensor][] = [
  ['an integer and a slice', (t) => square(t.getitem(-1, '::2'))],
  ['repeated rows', (t) => square(t.getitem(rows)).mul(rows.unsqueeze(1).add(1))],
  ['broadcast places', (t) => square(t.getitem(torch.tensor([0, 1]), columns))],
  ['places after a slice', (t) => square(t.getitem(':', columns))],
  ['a mask', (t) => square(t.getitem(t.gt(0)))],
];
const writes: [string, (t: Tensor, u: Tensor) => Tensor][] = [
  ['a column', (t, u) => square(written(t, [':', 0], u))],
  ['places', (t, u) => square(written(t, [torch.tensor([0, 1]), torch.tensor([2, 0])], u))],
  ['a stretched value', (t, u) => square(written(t, [torch.tensor([1])], u.sum()))],
];

describe('gradients of indexing', () => {
  test.each(reads)('reading %s agrees with finite differences', (_, f) => {
    expect(gradcheck(f, [x()])).toBeLessThan(1e-8);
  });

  test.each(writes)('writing %s agrees with finite differences', (_, f) => {
    expect(gradcheck(f, [x(), v()])).toBeLessThan(1e-8);
  });

  test.each(reads)('the second gradient of reading %s agrees with finite differences', (_, f) => {
    const slope = (t: Tensor): Tensor =>
      torch.enable_grad(() => {
        const at = t.requires_grad ? t : t.detach().requires_grad_();
        return square(torch.autograd.grad(f(at).sum(), at, { create_graph: true })[0]!);
      });
    expect(gradcheck(slope, [x()])).toBeLessThan(1e-7);
  });

  test('the second gradient of a write sees what was written and what was kept', () => {
    const [t, u] = [x(), v()];
    const y = written(t, [':', torch.tensor([1])], u.unsqueeze(1));
    const [g] = torch.autograd.grad(y.mul(square(y)).sum(), t, { create_graph: true });
    g!.sum().backward();
    expect(t.grad!.tolist()).toEqual([[3, 0, 12], [-4.5, 0, -18]]); // biome-ignore format: a matrix
    expect(u.grad!.abs().tolist()).toEqual([0, 0]);
  });
});

describe('index expressions', () => {
  const m = torch.arange(6).reshape([2, 3]);
  test('null is None', () => {
    expect(m.getitem(null, 0).shape).toEqual([1, 3]);
  });

  test('setitem takes one entry without a list', () => {
    expect(m.clone().setitem(0, 9).tolist()).toEqual([[9n, 9n, 9n], [3n, 4n, 5n]]); // biome-ignore format: a matrix
  });

  test('one element of another dtype may fill a mask, and only a mask', () => {
    const half = torch.tensor([0.5]);
    expect(m.clone().setitem([m.gt(4)], half).tolist()).toEqual([[0n, 1n, 2n], [3n, 4n, 0n]]); // biome-ignore format: a matrix
    expect(() => m.clone().setitem([torch.tensor([0])], half)).toThrow(
      expect.objectContaining({ kind: 'dtype_mismatch' }),
    );
  });

  test('a uint8 tensor is a mask', () => {
    expect(m.getitem(torch.tensor([0, 1], { dtype: 'uint8' })).tolist()).toEqual([[3n, 4n, 5n]]);
  });

  test.each([
    ['text that is no slice', 'invalid_argument', () => m.getitem('a:b')],
    ['a fraction', 'invalid_argument', () => m.getitem(0.5)],
    ['an int32 tensor', 'unsupported_dtype', () => m.getitem(torch.tensor([0], { dtype: 'int32' }))],
    ['a mask with too many axes', 'index_out_of_range', () => m.getitem(torch.ones([2, 3, 1], { dtype: 'bool' }))],
  ])('%s raises %s', (_, kind, run) => {
    expect(run).toThrow(expect.objectContaining({ kind }));
  });
});
