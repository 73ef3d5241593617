import { expect, test } from 'vitest';
import { float, type Tensor, torch } from '../index.ts';
import { enable_grad } from './autograd.ts';

// All numbers are what PyTorch 1.13.1 gives for the same program.
const raising = (kind: string): object => expect.objectContaining({ kind });
const leaf = (...data: number[]): Tensor => torch.tensor(data.map(float), { requires_grad: true });
const { grad } = torch.autograd;

test('a value that is used twice gets the sum of both gradients', () => {
  const x = leaf(1, 2, 3);
  x.mul(x).add(x).sum().backward();
  expect(x.grad?.tolist()).toEqual([3, 5, 7]);
});

test('the gradient of a broadcast operand has its shape', () => {
  const [x, column, scalar] = [leaf(1, 2, 3), torch.ones([2, 1], { requires_grad: true }), torch.full([], float(3))];
  scalar.requires_grad_();
  x.mul(column).mul(scalar).sum().backward();
  expect([x.grad?.tolist(), column.grad?.tolist(), scalar.grad?.item()]).toEqual([[6, 6, 6], [[18], [18]], 12]);
});

test('the gradient of a promoted operand has its dtype', () => {
  const [x, y] = [leaf(1, 2), torch.ones([2], { dtype: 'float64', requires_grad: true })];
  x.mul(y).sum().backward();
  expect([x.grad?.dtype, y.grad?.dtype]).toEqual(['float32', 'float64']);
});

test('gradients accumulate in the tensor that grad already is', () => {
  const x = leaf(1, 2);
  x.sum().backward();
  const first = x.grad;
  x.sum().backward();
  expect(first?.tolist()).toEqual([2, 2]);
});

test('a leaf keeps a copy of the gradient that it is given', () => {
  const x = leaf(1, 2);
  const g = torch.ones([2]);
  x.mul(1).backward(g);
  g.zero_();
  expect(x.grad?.tolist()).toEqual([1, 1]);
});

test('a leaf is a result too', () => {
  const x = torch.tensor(float(2), { requires_grad: true });
  x.backward();
  expect(x.grad?.item()).toBe(1);
});

test.each([
  ['of several elements without a gradient', () => leaf(1, 2).mul(2).backward(), 'non_scalar_backward'],
  [
    'with a gradient of another shape',
    () =>
      leaf(1, 2)
        .mul(2)
        .backward(torch.ones([1, 2])),
    'shape_mismatch',
  ],
  ['outside of any graph', () => torch.ones([]).backward(), 'no_grad_graph'],
  ['of what no_grad computed', () => torch.no_grad(() => leaf(1).mul(2)).backward(), 'no_grad_graph'],
  ['to an input without grad', () => grad(leaf(1).sum(), torch.ones([1])), 'no_grad_graph'],
  ['to an unused input', () => grad(leaf(1).sum(), leaf(1)), 'no_grad_graph'],
  ['to no input', () => grad(leaf(1).sum(), []), 'invalid_argument'],
  [
    'with too many grad_outputs',
    () => grad(leaf(1).sum(), leaf(1), { grad_outputs: [null, null] }),
    'invalid_argument',
  ],
])('backward %s raises', (_, run, kind) => {
  expect(run).toThrow(raising(kind));
});

test('a gradient of another dtype is converted', () => {
  const x = leaf(1, 2);
  x.mul(2).backward(torch.tensor([1, 3]));
  expect(x.grad?.tolist()).toEqual([2, 6]);
});

test('a graph that saved nothing can be walked twice', () => {
  const x = leaf(1, 2, 3);
  const y = x.add(1).T.reshape([3, 1]).expand([3, 2]).sum();
  y.backward();
  y.backward();
  expect(x.grad?.tolist()).toEqual([4, 4, 4]);
});

test.each([
  ['a product', (x: Tensor) => x.mul(x)],
  ['a product with a number', (x: Tensor) => x.mul(2)],
  ['a result that its gradient needs', (x: Tensor) => x.exp()],
])('%s frees what it saved, unless told to retain it', (_, f) => {
  const y = f(leaf(1, 2)).sum();
  y.backward(null, { retain_graph: true });
  y.backward();
  expect(() => y.backward()).toThrow(raising('graph_freed'));
});

test('a second result meets the freed part of a shared graph', () => {
  const x = leaf(1, 2);
  const shared = x.mul(x);
  shared.sum().backward();
  expect(() => shared.mul(3).sum().backward()).toThrow(raising('graph_freed'));
});

test('a leaf whose gradient is complete keeps it, though a later node raises', () => {
  const [x, y] = [leaf(1, 2), leaf(1, 2)];
  const part = y.mul(3);
  part.sum().backward();
  expect(() => x.add(part).sum().backward()).toThrow(raising('graph_freed'));
  expect([x.grad?.tolist(), y.grad?.tolist()]).toEqual([
    [1, 1],
    [3, 3],
  ]);
});

test('grad finds gradients of leaves and of results, and touches no .grad', () => {
  const x = leaf(1, 2, 3);
  const y = x.mul(x);
  const [gy, gx] = grad(y.mul(y).sum(), [y, x]);
  expect([gy?.tolist(), gx?.tolist(), x.grad]).toEqual([[2, 8, 18], [4, 32, 108], null]);
});

test('grad takes several outputs, each with its gradient', () => {
  const x = leaf(1, 2);
  const [g] = grad([x.mul(2), x.sum()], x, { grad_outputs: [torch.tensor([1, 10]), null] });
  expect(g?.tolist()).toEqual([3, 21]);
});

test('grad runs only what leads to its inputs', () => {
  const [x, y] = [leaf(1, 2), leaf(3, 4)];
  const z = x.mul(x).add(y.mul(y)).sum();
  grad(z, x);
  expect(grad(z, y)[0]?.tolist()).toEqual([6, 8]);
});

test('an unused input is null if that is allowed', () => {
  const [x, y] = [leaf(1), leaf(1)];
  expect(grad(x.sum(), [x, y], { allow_unused: true })[1]).toBeNull();
});

test('third derivatives follow from first ones', () => {
  const x = leaf(1, 2, 3);
  let y = x.exp().mul(x).sum();
  for (let i = 0; i < 3; i++) y = grad(y, x, { create_graph: true })[0]!.sum();
  expect(y.item()).toBeCloseTo(168.33163, 4);
});

test('create_graph makes .grad a recorded value', () => {
  const x = leaf(1, 2);
  for (let i = 0; i < 2; i++) x.mul(x).sum().backward(null, { create_graph: true });
  expect([x.grad?.requires_grad, x.grad?.tolist()]).toEqual([true, [4, 8]]);
});

test('a result keeps its gradient if it is asked to', () => {
  const x = leaf(1, 2);
  const [kept, other] = [x.mul(x), x.mul(2)];
  kept.retain_grad();
  kept.mul(3).add(other).sum().backward();
  expect([kept.grad?.tolist(), other.grad]).toEqual([[3, 3], null]);
  expect(() => torch.ones([1]).retain_grad()).toThrow(raising('no_grad_graph'));
});

test('only floating leaves can ask for gradients, and only leaves can stop', () => {
  expect(() => torch.arange(3).requires_grad_()).toThrow(raising('unsupported_dtype'));
  expect(() => leaf(1).mul(2).requires_grad_(false)).toThrow(raising('invalid_argument'));
  expect(leaf(1).requires_grad_(false).requires_grad).toBe(false);
});

test('comparisons and integer casts end the graph', () => {
  const x = leaf(1, 2);
  expect([x.gt(1).requires_grad, x.to({ dtype: 'int64' }).requires_grad]).toEqual([false, false]);
});

test('recording stops under no_grad, also after a throw, and enable_grad turns it on inside', () => {
  const x = leaf(1);
  expect(() =>
    torch.no_grad(() => {
      throw new Error('planned');
    }),
  ).toThrow('planned');
  expect(x.mul(2).requires_grad).toBe(true);
  expect(torch.no_grad(() => [x.mul(2).requires_grad, enable_grad(() => x.mul(2).requires_grad)])).toEqual([
    false,
    true,
  ]);
});

test('a chain of 100,000 ops is walked', () => {
  const x = leaf(1);
  let y = x.add(0);
  for (let i = 0; i < 100_000; i++) y = y.add(0);
  y.backward();
  expect(x.grad?.item()).toBe(1);
});
