import { describe, expect, test } from 'vitest';
import type { Tensor } from '../autograd/tensor.ts';
import { torch } from '../torch/torch.ts';
import * as nn from './index.ts';

const F = nn.functional;
const x = torch.tensor([
  [0.25, 0.5],
  [0.75, 0.125],
]);
const y = torch.tensor([
  [0, 1],
  [1, 0.5],
]);
const classes = torch.tensor([1, 0]);
const weight = torch.tensor([2, 0.5]);

describe('a loss object gives what the function gives', () => {
  test.each<[string, nn.Module, Tensor, Tensor]>([
    ['L1Loss', new nn.L1Loss({ reduction: 'sum' }), y, F.l1_loss(x, y, { reduction: 'sum' })],
    ['MSELoss', new nn.MSELoss(), y, F.mse_loss(x, y)],
    ['SmoothL1Loss', new nn.SmoothL1Loss({ beta: 0.5 }), y, F.smooth_l1_loss(x, y, { beta: 0.5 })],
    [
      'CrossEntropyLoss',
      new nn.CrossEntropyLoss({ weight, label_smoothing: 0.1 }),
      classes,
      F.cross_entropy(x, classes, weight, { label_smoothing: 0.1 }),
    ],
    ['NLLLoss', new nn.NLLLoss({ weight }), classes, F.nll_loss(x, classes, weight)],
    ['BCELoss', new nn.BCELoss({ weight }), y, F.binary_cross_entropy(x, y, weight)],
  ])('%s', (_, loss, target, direct) => {
    expect(loss.forward(x, target).tolist()).toEqual(direct.tolist());
    expect(loss.parameters()).toEqual([]);
  });

  test('and keeps its options, whatever becomes of the object that held them', () => {
    const options: { reduction: 'sum' | 'mean' } = { reduction: 'sum' };
    const loss = new nn.MSELoss(options);
    options.reduction = 'mean';
    expect(loss.forward(x, y).item()).toBe(F.mse_loss(x, y, { reduction: 'sum' }).item());
  });
});
