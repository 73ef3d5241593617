import { expect, test } from 'vitest';
import { nn, type Tensor, torch } from '../index.ts';

const F = nn.functional;
const leaf = (data: number[][]): Tensor => torch.tensor(data, { dtype: 'float32', requires_grad: true });
const x = leaf([
  [0.5, -1.25, 2],
  [1.5, 0.25, -0.75],
]);
const y = leaf([
  [1, 2, -3],
  [0.5, 1.5, 2.5],
]);
const [batch, matrices] = [x.expand([2, 2, 3]), y.T.expand([2, 3, 2])];
const row = y.getitem(0);
const bias = leaf([[1, 2]]).getitem(0);
const classes = torch.tensor([0, 1]);
const odds = torch.tensor([
  [0.2, 0.3, 0.5],
  [0.1, 0.8, 0.1],
]);
const fresh = (): Tensor => x.mul(1);
const written = (...[index, value]: Parameters<Tensor['setitem']>): Tensor => fresh().setitem(index, value);

// What PyTorch 2.14.1 prints for the same expression. Names change between versions.
test.each<[string, Tensor]>([
  ['SubBackward0', x.sub(1)],
  ['RsubBackward1', torch.sub(1, x)],
  ['DivBackward0', x.div(2)],
  ['MulBackward0', torch.div(2, x)],
  ['DivBackward2', x.div(y, { rounding_mode: 'floor' })],
  ['PowBackward0', x.pow(2)],
  ['PowBackward1', x.pow(y)],
  ['PowBackward2', torch.pow(2, x)],
  ['PowBackward1', fresh().pow_(y)],
  ['LinalgVectorNormBackward0', x.norm()],
  ['LinalgVectorNormBackward0', x.norm({ p: 1, dim: 0 })],
  ['ViewBackward0', x.reshape([3, 2])],
  ['UnsafeViewBackward0', x.T.reshape([2, 3])],
  ['ViewBackward0', x.flatten()],
  ['UnsafeViewBackward0', x.T.flatten()],
  ['SqueezeBackward0', x.squeeze()],
  ['SqueezeBackward1', x.squeeze({ dim: 0 })],
  ['SqueezeBackward2', x.squeeze({ dim: [0] })],
  ['CatBackward0', torch.cat([x, y])],
  ['StackBackward0', torch.stack([x, y])],
  ['SliceBackward0', x.getitem(':')],
  ['SliceBackward0', x.getitem('0:2')],
  ['SliceBackward0', x.getitem(':', '1:')],
  ['AliasBackward0', x.getitem(':', ':')],
  ['AliasBackward0', x.getitem('...', ':3')],
  ['AliasBackward0', x.getitem('...')],
  ['SelectBackward0', x.getitem(0, ':')],
  ['MmBackward0', x.matmul(y.T)],
  ['MvBackward0', x.matmul(row)],
  ['DotBackward0', row.matmul(row)],
  ['SqueezeBackward4', bias.matmul(y)],
  ['UnsafeViewBackward0', batch.matmul(matrices)],
  ['UnsafeViewBackward0', batch.matmul(row)],
  ['UnsafeViewBackward0', bias.matmul(batch)],
  ['CloneBackward0', x.matmul(matrices)],
  ['UnsafeViewBackward0', odds.matmul(matrices)],
  ['PreluKernelBackward0', F.prelu(x, leaf([[0.5]]).getitem(0))],
  ['MmBackward0', F.linear(x, y)],
  ['AddmmBackward0', F.linear(x, y, bias)],
  ['SqueezeBackward4', F.linear(row, y)],
  ['ViewBackward0', F.linear(row, y, bias)],
  ['UnsafeViewBackward0', F.linear(batch, y)],
  ['AddBackward0', F.linear(batch, y, bias)],
  ['ViewBackward0', F.linear(x.unsqueeze(0), y, bias)],
  ['SqueezeBackward1', F.conv2d(x.unsqueeze(0), y.reshape([1, 1, 2, 3]))],
  ['DivBackward1', F.cross_entropy(x, odds)],
  ['NegBackward0', F.cross_entropy(x, odds, { reduction: 'sum' })],
  ['NllLossBackward0', F.nll_loss(x, classes)],
  ['NllLoss2DBackward0', F.nll_loss(x.unsqueeze(2), classes.unsqueeze(1))],
  ['ViewBackward0', F.nll_loss(x.unsqueeze(2), classes.unsqueeze(1), { reduction: 'none' })],
  ['FillBackward2', fresh().fill_(1)],
  ['FillBackward3', fresh().fill_(y.sum())],
  ['FillBackward3', written(':', 1)],
  ['CopySlices', written(0, 1)],
])('%s', (name, made) => {
  expect(made.grad_fn).toBe(name);
});
