import { expect, test } from 'vitest';
import { float, type Tensor, torch } from '../index.ts';

// All numbers are what PyTorch 1.13.1 gives for the same program.
const raising = (kind: string): object => expect.objectContaining({ kind });
const leaf = (...data: number[]): Tensor => torch.tensor(data.map(float), { requires_grad: true });

test('a write through a view is a write to its base', () => {
  const x = leaf(1, 2, 3);
  const base = x.mul(1);
  const view = base.getitem('0:2');
  view.mul_(base.getitem('1:3').mul(1));
  base.mul(base).sum().backward();
  expect(x.grad?.tolist()).toEqual([8, 40, 30]);
  expect([base.grad_fn, view.grad_fn]).toEqual(['CopySlices', 'AsStridedBackward0']);
});

test('a write to the base is seen by views taken before', () => {
  const x = leaf(1, 2, 3);
  const base = x.mul(1);
  const view = base.getitem(0);
  base.mul_(3);
  view.mul(view).backward();
  expect(x.grad?.tolist()).toEqual([18, 0, 0]);
});

test('a write through a view of a view reaches the base', () => {
  const x = leaf(1, 2, 3, 4);
  const base = x.mul(1).reshape([2, 2]);
  base.getitem(1).getitem(0).mul_(x.getitem(0).mul(7));
  base.mul(base).sum().backward();
  expect(x.grad?.tolist()).toEqual([884, 4, 294, 8]);
});

test.each([
  ['row-major', [2, 3], (z: Tensor) => z],
  ['transposed', [3, 2], (z: Tensor) => z.T],
])('a plain %s tensor into which a recorded value is written is recorded', (_, size, view) => {
  const x = leaf(1, 2, 3);
  const z = torch.zeros(size);
  view(z).setitem(1, x.mul(2));
  z.mul(z).sum().backward();
  expect([x.grad?.tolist(), z.grad_fn]).toEqual([[8, 16, 24], 'CopySlices']);
});

test('a base in another order than row-major passes its gradient through any view of it', () => {
  const x = leaf(1, 2, 3, 4, 5, 6);
  const base = x.reshape([2, 3]).T.clone(); // strides [1, 3]: its transpose can be flattened, itself not
  base.T.view([6]).mul_(2);
  base.mul(base).sum().backward();
  expect(x.grad?.tolist()).toEqual([8, 16, 24, 32, 40, 48]);
});

test('writes through views can be differentiated twice', () => {
  const x = leaf(1, 2, 3);
  const base = x.mul(x);
  base.getitem(0).mul_(base.getitem(1).mul(1));
  const [g] = torch.autograd.grad(base.mul(base).sum(), x, { create_graph: true });
  g!.mul(g!).sum().backward();
  expect(x.grad?.tolist()).toEqual([40960, 28672, 23328]);
});

test('a written view cannot be walked twice', () => {
  const x = leaf(1, 2);
  const y = x.add(0);
  y.getitem(0).copy_(x.getitem(1));
  const z = y.sum();
  z.backward();
  expect(() => z.backward()).toThrow(raising('graph_freed'));
});
