import { describe, expect, test } from 'vitest';
import type { Tensor } from '../../autograd/tensor.ts';
import { gradcheck } from '../../gradcheck.ts';
import { torch } from '../../torch/torch.ts';
import { binary_cross_entropy } from './binary_cross_entropy.ts';
import { cross_entropy } from './cross_entropy.ts';
import { l1_loss } from './l1_loss.ts';
import { mse_loss } from './mse_loss.ts';
import { nll_loss } from './nll_loss.ts';
import type { Reduction } from './reduced-loss.ts';
import { smooth_l1_loss } from './smooth_l1_loss.ts';

const f64 = (data: number[] | number[][] | number[][][]): Tensor =>
  torch.tensor(data, { dtype: 'float64', requires_grad: true });
const REDUCTIONS: Reduction[] = ['none', 'mean', 'sum'];
const X = [
  [0.3, -1.2, 2.1],
  [1.7, 0.4, -0.6],
];
const Y = [
  [0.9, 0.1, 1.9],
  [-0.5, 2.4, -0.2],
];
const WEIGHT = [0.5, 2, 1.5];
const classes = (): Tensor => torch.tensor([2, 0]);
const weight = (): Tensor => f64(WEIGHT).detach();

describe.each(REDUCTIONS)('with reduction %s', (reduction) => {
  test.each<[string, (x: Tensor, y: Tensor) => Tensor]>([
    ['l1_loss', (x, y) => l1_loss(x, y, { reduction })],
    ['mse_loss', (x, y) => mse_loss(x, y, { reduction })],
    ['smooth_l1_loss', (x, y) => smooth_l1_loss(x, y, { reduction, beta: 0.7 })],
    ['cross_entropy of probabilities', (x, y) => cross_entropy(x, y, weight(), { reduction, label_smoothing: 0.1 })],
  ])('%s has the numeric gradient in both operands', (_, loss) => {
    const twice = (x: Tensor, y: Tensor): Tensor => loss(x, y).pow(2);
    expect(gradcheck((x, y) => twice(x!, y!), [f64(X), f64(Y)])).toBeLessThan(1e-7);
  });

  test('binary_cross_entropy has the numeric gradient in both operands', () => {
    const loss = (p: Tensor, t: Tensor): Tensor => binary_cross_entropy(p, t, weight(), { reduction }).pow(2);
    const inputs = [f64([[0.2, 0.5, 0.9]]), f64([[0.1, 0.8, 0.95]])];
    expect(gradcheck((p, t) => loss(p!, t!), inputs)).toBeLessThan(1e-7);
  });

  test.each([
    ['nll_loss', nll_loss],
    ['cross_entropy', cross_entropy],
  ] as const)('%s has the numeric gradient', (_, loss) => {
    const each = (x: Tensor): Tensor => loss(x, classes(), weight(), { reduction, ignore_index: 7 }).pow(2);
    expect(gradcheck((x) => each(x!), [f64(X)])).toBeLessThan(1e-7);
  });

  test('cross_entropy with label smoothing has the numeric gradient', () => {
    const options = { reduction, label_smoothing: 0.3, ignore_index: 0 };
    expect(gradcheck((x) => cross_entropy(x!, classes(), weight(), options).pow(2), [f64(X)])).toBeLessThan(1e-7);
  });
});

describe('losses', () => {
  test('a gradient of a gradient goes through every loss', () => {
    const second = (loss: (x: Tensor) => Tensor, data: number[][]): unknown => {
      const x = f64(data);
      const [g] = torch.autograd.grad(loss(x), [x], { create_graph: true });
      return torch.autograd.grad(g!.sum(), [x], { allow_unused: true })[0]?.tolist() ?? null;
    };
    const zeros = torch.zeros([1, 2], { dtype: 'float64' });
    expect(second((x) => mse_loss(x, zeros, { reduction: 'sum' }), [[1, 2]])).toEqual([[2, 2]]);
    expect(second((x) => smooth_l1_loss(x, zeros, { reduction: 'sum' }), [[0.5, 2]])).toEqual([[1, 0]]);
    // PyTorch's figures: 1/p² for target 1, but for its 1e-12; 10²⁴ and 0 at the ends
    const probabilities = [
      [0.5, 0.25],
      [0, 1],
    ];
    for (const [at, curvatures] of [
      [3.9999999999680007, 15.999999999829335],
      [9.9999999999799987e23, 0],
    ].entries()) {
      const seen = second(
        (p) => binary_cross_entropy(p, torch.ones([1, 2], { dtype: 'float64' }), null, { reduction: 'sum' }),
        [probabilities[at]!],
      ) as number[][];
      curvatures.forEach((curvature, i) => {
        expect(seen[0]![i]).toBeCloseTo(curvature, 12);
      });
    }
  });

  test('an ignored target beside a weight of NaN or infinity leaves no trace', () => {
    const x = f64(X);
    const w = torch.tensor([1, 1, Number.POSITIVE_INFINITY], { dtype: 'float64' });
    const loss = nll_loss(x, torch.tensor([2, 0]), w, { ignore_index: 2 });
    loss.backward();
    expect(loss.item()).toBe(-1.7);
    expect(x.grad?.tolist()).toEqual([
      [0, 0, 0],
      [-1, 0, 0],
    ]);
  });

  test('l1_loss of integers is exact, and has no mean', () => {
    const [big, one] = [torch.tensor([2n ** 60n, 3n]), torch.tensor([1n, 5n])];
    expect(l1_loss(big, one, { reduction: 'none' }).tolist()).toEqual([2n ** 60n - 1n, 2n]);
    expect(l1_loss(big, one, { reduction: 'sum' }).tolist()).toBe(2n ** 60n + 1n);
    expect(() => l1_loss(big, one)).toThrow();
  });

  test('raise in their kinds', () => {
    expect(() => nll_loss(torch.ones([1, 2]), torch.tensor([2]))).toThrow('out of range');
    expect(() => nll_loss(torch.ones([1, 2]), torch.tensor([0]), torch.ones([3]))).toThrow('weight');
    expect(() => cross_entropy(torch.ones([1, 2]), torch.tensor([0]), null, { label_smoothing: 1.5 })).toThrow(
      'label_smoothing',
    );
    expect(() => binary_cross_entropy(torch.tensor([1.5]), torch.ones([1]))).toThrow('between 0 and 1');
    const p = f64([[0.5]]);
    expect(() => mse_loss(p, p, { reduction: 'average' as Reduction })).toThrow('no reduction');
    expect(() => smooth_l1_loss(p, p, { beta: -1 })).toThrow('beta');
    expect(() => binary_cross_entropy(p, torch.ones([1]))).toThrow('differ');
    expect(() => nll_loss(torch.ones([1, 2]), torch.ones([1]))).toThrow('int64');
    expect(() => nll_loss(torch.tensor([[1, 2]]), torch.tensor([0]))).toThrow('not implemented');
    expect(() => nll_loss(torch.ones([1, 2]), torch.tensor([0]), f64([1, 1]).detach())).toThrow('weight of float64');
    expect(() => nll_loss(torch.ones([1, 2]), torch.tensor([[0]]))).toThrow('does not fit');
    expect(() => cross_entropy(torch.ones([1, 2]), torch.tensor([[0, 1]]))).toThrow('floating');
  });
});
