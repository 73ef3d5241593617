import { expect, test } from 'vitest';
import { float, type Tensor, torch } from '../index.ts';

// All numbers are what PyTorch 1.13.1 gives for the same program.
const raising = (kind: string): object => expect.objectContaining({ kind });
const leaf = (...data: number[]): Tensor => torch.tensor(data.map(float), { requires_grad: true });

test('a written result has the gradient of what was written', () => {
  const x = leaf(1, 2, 3);
  const y = x.mul(2);
  y.mul_(3);
  y.add_(x);
  y.mul_(x);
  y.sum().backward();
  expect(x.grad?.tolist()).toEqual([14, 28, 42]);
});

test.each([
  ['zero_', (y: Tensor) => y.zero_(), [0, 0]],
  ['fill_', (y: Tensor) => y.fill_(4), [0, 0]],
  ['copy_', (y: Tensor) => y.copy_(torch.ones([2])), [0, 0]],
])('%s leaves no gradient to what it overwrites', (_, write, expected) => {
  const x = leaf(1, 2);
  const y = x.mul(2);
  write(y);
  y.sum().backward();
  expect(x.grad?.tolist()).toEqual(expected);
});

test('what is copied or filled in gets the gradient', () => {
  const [source, value] = [leaf(4, 5), torch.tensor(float(2), { requires_grad: true })];
  const y = torch.ones([2]).copy_(source);
  y.mul(y).sum().backward();
  torch.ones([3]).fill_(value).sum().backward();
  expect([source.grad?.tolist(), value.grad?.item()]).toEqual([[8, 10], 3]);
});

test.each([
  ['the tensor', (y: Tensor) => y.add_(1)],
  ['a view of it', (y: Tensor) => y.getitem(0).zero_()],
  ['its detached self', (y: Tensor) => y.detach().zero_()],
  ['it under no_grad', (y: Tensor) => torch.no_grad(() => y.add_(1))],
])('a saved tensor that changed through %s is noticed', (_, write) => {
  const y = leaf(1, 2).mul(2);
  const z = y.mul(y);
  write(y);
  expect(() => z.sum().backward()).toThrow(raising('saved_tensor_modified'));
});

test('a saved result that changed is noticed', () => {
  const y = leaf(1, 2).mul(2);
  y.exp_();
  y.add_(1);
  expect(() => y.sum().backward()).toThrow(raising('saved_tensor_modified'));
});

test('a value that no gradient needs may change', () => {
  const x = leaf(1, 2);
  const y = x.mul(2);
  const z = y.add(1);
  y.add_(1);
  z.sum().backward();
  expect(x.grad?.tolist()).toEqual([2, 2]);
});

test('what a product overwrites is kept for its gradient', () => {
  const [x, y] = [leaf(2, 3), leaf(5, 7)];
  x.mul(1).mul_(y).sum().backward();
  expect([x.grad?.tolist(), y.grad?.tolist()]).toEqual([
    [5, 7],
    [2, 3],
  ]);
});

test('a retained gradient is that of the new value', () => {
  const x = leaf(1, 1);
  const y = x.mul(1);
  y.retain_grad();
  y.mul_(2);
  y.sum().backward();
  expect([y.grad?.tolist(), x.grad?.tolist()]).toEqual([
    [1, 1],
    [2, 2],
  ]);
});

const row = torch.ones([1]);
test.each([
  ['a leaf', () => leaf(1).add_(1), 'leaf_inplace'],
  ['a view of a leaf', () => leaf(1, 2).setitem(0, 1), 'leaf_inplace'],
  [
    'a view that no_grad made',
    () => {
      const y = leaf(1, 2).mul(1);
      torch.no_grad(() => y.getitem(0)).zero_();
    },
    'invalid_argument',
  ],
  [
    'a view older than the graph of its base',
    () => {
      const base = torch.ones([2]);
      const view = base.getitem(0);
      base.mul_(leaf(1, 2));
      view.exp_();
    },
    'leaf_inplace',
  ],
  ['an expanded tensor', () => row.expand([3]).mul_(2), 'invalid_argument'],
  ['a larger result', () => torch.ones([2]).add_(torch.ones([3, 2])), 'shape_mismatch'],
  ['a float into integers', () => torch.arange(3).mul_(1.5), 'dtype_mismatch'],
  ['a source that does not fit', () => torch.ones([2]).copy_(torch.ones([3])), 'shape_mismatch'],
])('writing to %s raises', (_, run, kind) => {
  expect(run).toThrow(raising(kind));
});

test('a source that overlaps a part of what is written raises', () => {
  const x = torch.arange(5);
  expect(() => x.getitem('1:').add_(x.getitem(':-1'))).toThrow(raising('invalid_argument'));
  expect(x.add_(x).tolist()).toEqual([0n, 2n, 4n, 6n, 8n]);
});

test('fill_ and zero_ write an expanded tensor, and copying a tensor to itself is nothing', () => {
  expect(torch.ones([1]).expand([3]).fill_(2).tolist()).toEqual([2, 2, 2]);
  expect(torch.ones([1]).expand([3]).zero_().tolist()).toEqual([0, 0, 0]);
  const same = torch.ones([1]).expand([3]);
  expect(same.copy_(same).tolist()).toEqual([1, 1, 1]);
});

test('the operand is broadcast, the written tensor keeps shape and dtype', () => {
  const x = torch.ones([3, 2]).add_(torch.ones([2], { dtype: 'float64' }));
  expect([x.dtype, x.tolist()]).toEqual([
    'float32',
    [
      [2, 2],
      [2, 2],
      [2, 2],
    ],
  ]);
});

test('under no_grad a leaf may be written, and stays one', () => {
  const x = leaf(1, 2);
  torch.no_grad(() => x.setitem(0, 9));
  expect([x.tolist(), x.is_leaf, x.requires_grad]).toEqual([[9, 2], true, true]);
});
