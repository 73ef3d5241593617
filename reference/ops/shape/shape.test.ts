import { expect, test } from 'vitest';
import { float, type Tensor, torch } from '../../index.ts';

// All values are what PyTorch 1.13.1 gives.
const raising = (kind: string): object => expect.objectContaining({ kind });
const leaf = (shape: number[]): Tensor => torch.ones(shape, { requires_grad: true });
const weights = (shape: number[]): Tensor => torch.arange(float(shape.reduce((a, b) => a * b, 1))).reshape(shape);

test.each<[string, number[], (x: Tensor) => Tensor, number[]]>([
  ['reshape', [2, 3], (x) => x.reshape([3, -1]), [3, 2]],
  ['transpose', [2, 3], (x) => x.transpose(0, -1), [3, 2]],
  ['transpose of a 0-d tensor', [], (x) => x.transpose(0, -1), []],
  ['permute', [2, 3, 4], (x) => x.permute([2, 0, 1]), [4, 2, 3]],
  ['unsqueeze', [2, 3], (x) => x.unsqueeze(-1), [2, 3, 1]],
  ['expand', [3, 1], (x) => x.expand([2, -1, 4]), [2, 3, 4]],
  ['narrow', [4], (x) => x.narrow(0, -3, 2), [2]],
  ['flip', [2, 3], (x) => x.flip(0, -1), [2, 3]],
  ['roll', [2, 3], (x) => x.roll([1, -4], { dims: [0, 1] }), [2, 3]],
  ['roll without axes', [2, 3], (x) => x.roll(-1), [2, 3]],
  ['rot90', [2, 3], (x) => x.rot90({ k: 3 }), [3, 2]],
  ['movedim', [2, 3, 4], (x) => x.movedim([0, 2], [1, 0]), [4, 2, 3]],
  ['repeat', [3, 1], (x) => x.repeat(2, 1, 4), [2, 3, 4]],
  ['tile', [3, 2], (x) => x.tile(2), [3, 4]],
  ['repeat_interleave', [2, 3], (x) => x.repeat_interleave(torch.tensor([2, 0, 1]), { dim: 1 }), [2, 3]],
  ['ravel of a transposed matrix', [2, 3], (x) => x.T.ravel(), [6]],
  ['unflatten', [2, 6], (x) => x.unflatten(-1, [-1, 2]), [2, 3, 2]],
  ['clone', [2, 3], (x) => x.T.clone(), [3, 2]],
  ['contiguous', [2, 3], (x) => x.T.contiguous(), [3, 2]],
  ['cat', [2, 3], (x) => torch.cat([x, x.mul(2)], { axis: -1 }), [2, 6]],
  ['cat with an empty 1-D tensor', [2, 3], (x) => torch.cat([torch.ones([0]), x]), [2, 3]],
  ['where', [3], (x) => torch.where(torch.tensor([true, false, true]), x, 0), [3]],
])('%s of %j gives each operand the gradient of where it went', (_, shape, f, expected) => {
  const x = leaf(shape);
  const y = f(x);
  y.mul(weights(expected)).sum().backward();
  expect(y.shape).toEqual(expected);
  // Σ w·f(x) is linear, so it equals Σ grad·x.
  expect(x.grad?.mul(x).sum().item()).toBe(y.mul(weights(expected)).sum().item());
});

test('reshape is a view where strides allow it, and a copy elsewhere', () => {
  const x = torch.zeros([2, 3]);
  x.reshape([6]).fill_(1);
  x.T.reshape([6]).fill_(2);
  expect(x.sum().item()).toBe(6);
});

test('contiguous is the tensor itself if it already is', () => {
  const x = torch.ones([2, 3]);
  expect(x.contiguous()).toBe(x);
  expect(x.T.contiguous().stride()).toEqual([2, 1]);
  expect(x.T.clone().stride()).toEqual([1, 3]);
});

test('an empty tensor that cat passes over is joined with nothing along any dim', () => {
  expect(torch.cat([torch.ones([0]), torch.ones([0])], { dim: 5 }).shape).toEqual([0]);
});

test('an empty tensor that cat passes over still counts in the dtype, and gets an empty gradient', () => {
  const empty = leaf([0]);
  const y = torch.cat([torch.tensor([[1, 2]]), empty]);
  y.sum().backward();
  expect([y.dtype, y.tolist(), empty.grad?.shape]).toEqual(['float32', [[1, 2]], [0]]);
});

const x = torch.ones([2, 3]);
test.each<[string, () => unknown, string]>([
  ['expand to fewer axes', () => x.expand([3]), 'shape_mismatch'],
  ['expand of an axis that is not 1', () => x.expand([2, 4]), 'shape_mismatch'],
  ['expand by -1 in front', () => x.expand([-1, 2, 3]), 'shape_mismatch'],
  ['expand to a negative size', () => x.expand([-2, 3]), 'shape_mismatch'],
  ['permute of too few axes', () => x.permute([0]), 'shape_mismatch'],
  ['permute of an axis twice', () => x.permute([0, 0]), 'invalid_argument'],
  ['transpose of an axis that is not there', () => x.transpose(0, 2), 'index_out_of_range'],
  ['unsqueeze beyond the rank', () => x.unsqueeze(3), 'index_out_of_range'],
  ['narrow beyond the end', () => x.narrow(1, 2, 2), 'shape_mismatch'],
  ['narrow from outside', () => x.narrow(1, -4, 1), 'index_out_of_range'],
  ['narrow to a negative length', () => x.narrow(1, 1, -1), 'invalid_argument'],
  ['narrow of a 0-d tensor', () => torch.tensor(1).narrow(0, 0, 1), 'index_out_of_range'],
  ['cat of nothing', () => torch.cat([]), 'invalid_argument'],
  ['cat of 0-d tensors', () => torch.cat([torch.tensor(1)]), 'shape_mismatch'],
  ['cat of other sizes', () => torch.cat([x, torch.ones([2, 2])]), 'shape_mismatch'],
  ['cat of other ranks', () => torch.cat([x, torch.ones([2])]), 'shape_mismatch'],
  ['where by a float', () => torch.where(x, x, x), 'unsupported_dtype'],
])('%s raises', (_, run, kind) => {
  expect(run).toThrow(raising(kind));
});
