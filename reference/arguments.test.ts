import { expect, test } from 'vitest';
import { data, nn, optim, torch } from './index.ts';

const x = torch.ones([2, 3]);
// What no type checker lets through, and JavaScript does.
const any = (value: unknown) => value as never;

test.each<[string, () => unknown]>([
  ['null for options', () => x.sum(any(null))],
  ['null for options of a function', () => torch.sum(x, any(null))],
  ['text for a dim', () => x.sum({ dim: any('a') })],
  ['a number for the only tensor', () => torch.max(any(1.5))],
  ['nothing for an operand', () => x.add(any(undefined))],
  ['an object for an operand', () => x.add(any({}))],
  ['text for a shape', () => x.reshape(any('a'))],
  ['nothing for a size', () => x.expand(any(undefined))],
  ['a tensor for a list of them', () => torch.cat(any(x))],
  ['a number for a matrix', () => x.matmul(any(1))],
  ['ragged data', () => torch.tensor(any([[1], [1, 2]]))],
  ['an unknown dtype', () => torch.zeros([1], { dtype: any('float99') })],
  ['null for parameters', () => new optim.SGD(any(null), { lr: 1 })],
  ['a number for outputs', () => torch.autograd.grad(any(1), x)],
  ['a number for a dataset', () => new data.DataLoader(any(1))],
  ['a number for a module', () => new nn.Sequential(any(1))],
  ['null for a state', () => new nn.Linear(2, 1).load_state_dict(any(null))],
])('%s raises one of the errors of the reference, never a TypeError', (_, run) => {
  expect(run).toThrow(expect.objectContaining({ name: 'TensorError', kind: expect.stringMatching(/_/) }));
});
