import { expect, test } from 'vitest';
import { TensorError, torch } from '../index.ts';

const raising = (kind: string): object => expect.objectContaining({ kind });

test('a tensor tells its form', () => {
  const x = torch.ones([2, 3]).T;
  expect([x.shape, x.stride(), x.ndim, x.numel(), x.length, x.dtype, x.layout, x.is_contiguous()]).toEqual([
    [3, 2],
    [1, 3],
    2,
    6,
    3,
    'float32',
    'strided',
    false,
  ]);
  expect([x.size(), x.size(-1)]).toEqual([[3, 2], 2]);
});

test('a 0-d tensor has no length, and no axis has no size', () => {
  expect(() => torch.tensor(1).length).toThrow(raising('invalid_argument'));
  expect(() => torch.ones([2]).size(1)).toThrow(raising('index_out_of_range'));
});

test('data shares memory, and its writes are not counted', () => {
  const x = torch.ones([2], { requires_grad: true });
  const y = x.mul(x).sum();
  x.data.mul_(3);
  y.backward(); // PyTorch 1.13.1: the gradient of x·x at the new value
  expect([x.tolist(), x.grad?.tolist()]).toEqual([
    [3, 3],
    [6, 6],
  ]);
});

test('a grad is assigned if it fits, and cleared by null', () => {
  const x = torch.ones([2], { requires_grad: true });
  x.grad = torch.ones([2]);
  x.sum().backward();
  expect(x.grad.tolist()).toEqual([2, 2]);
  x.grad = null;
  expect(x.grad).toBeNull();
  expect(() => {
    x.grad = torch.ones([3]);
  }).toThrow(raising('shape_mismatch'));
  expect(() => {
    x.grad = torch.ones([2], { dtype: 'float64' });
  }).toThrow(raising('invalid_argument'));
});

test('requires_grad is a property too', () => {
  const x = torch.ones([2]);
  x.requires_grad = true;
  expect([x.requires_grad, x.is_leaf, x.mul(2).is_leaf]).toEqual([true, true, false]);
});

// PyTorch 1.13.1 raises for each of these too; here it is always a TensorError, never JavaScript's own.
const x = torch.ones([2, 3]);
test.each<[string, () => unknown]>([
  ['a text operand', () => x.add('2' as never)],
  ['a missing operand', () => x.mul(undefined as never)],
  ['a missing tensor', () => torch.exp(undefined as never)],
  ['a number for a tensor', () => x.matmul(2 as never)],
  ['a number for a list of axes', () => x.permute(1 as never)],
  ['a number for a shape', () => x.expand(2 as never)],
  ['a text axis', () => x.sum({ dim: 'rows' as never })],
  ['an unknown dtype', () => x.sum({ dtype: 'float8' as never })],
  ['an unknown device', () => x.to({ device: 'gpu' as never })],
  ['an unknown memory format', () => x.clone({ memory_format: 'rows' as never })],
  ['a tensor for a list', () => torch.cat(x as never)],
  ['a list of numbers for tensors', () => torch.stack([1, 2] as never)],
])('%s raises', (_, run) => {
  expect(run).toThrow(TensorError);
});
