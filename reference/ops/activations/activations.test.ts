import { describe, expect, test } from 'vitest';
import type { Tensor } from '../../autograd/tensor.ts';
import { gradcheck } from '../../gradcheck.ts';
import { torch } from '../../torch/torch.ts';

const leaf = (data: number[] | number[][]): Tensor => torch.tensor(data, { dtype: 'float64', requires_grad: true });
const x = (): Tensor =>
  leaf([
    [0.5, -1.25, 2],
    [-0.75, 1.5, -3],
  ]);
// Unequal weights: the rows of softmax sum to 1, so the gradient of a plain sum is 0 whatever the rule says.
const weights = torch.tensor([[1, -2, 3], [0.5, 4, -1]], { dtype: 'float64' }); // biome-ignore format: a matrix
const weighted = (y: Tensor): Tensor => y.mul(weights);
const slopes = (): Tensor => leaf([0.25, -0.5, 2]);

/** The gradient of f, itself as a function: what gradcheck needs to see second derivatives. */
const gradientOf =
  (f: (...inputs: Tensor[]) => Tensor) =>
  (...inputs: Tensor[]): Tensor =>
    torch.enable_grad(() => {
      const at = inputs.map((t) => (t.requires_grad ? t : t.detach().requires_grad_()));
      const [g] = torch.autograd.grad(f(...at).sum(), at, { create_graph: true });
      return weighted(g!);
    });

const smooth: [string, (t: Tensor) => Tensor][] = [
  ['sigmoid', (t) => weighted(torch.sigmoid(t))],
  ['softmax of rows', (t) => weighted(torch.softmax(t, 1))],
  ['softmax of columns', (t) => weighted(torch.softmax(t, 0))],
  ['log_softmax of rows', (t) => weighted(torch.log_softmax(t, 1))],
];

describe('gradients of the activations', () => {
  test.each([...smooth, ['relu', (t: Tensor) => weighted(torch.relu(t))] as const])(
    '%s agrees with finite differences',
    (_, f) => {
      expect(gradcheck(f, [x()])).toBeLessThan(1e-8);
    },
  );

  test.each(smooth)('%s agrees with finite differences once more', (_, f) => {
    expect(gradcheck(gradientOf(f), [x()])).toBeLessThan(1e-7);
  });

  test('prelu agrees with finite differences in its input and its slopes, twice', () => {
    const f = (t: Tensor, a: Tensor): Tensor => weighted(torch.prelu(t, a));
    expect(gradcheck(f, [x(), slopes()])).toBeLessThan(1e-8);
    expect(gradcheck(gradientOf(f), [x(), slopes()])).toBeLessThan(1e-8);
  });

  test('relu and prelu have a second derivative, and it is 0', () => {
    for (const f of [torch.relu, (t: Tensor) => torch.prelu(t, slopes().detach())]) {
      const t = x();
      const [g] = torch.autograd.grad(f(t).sum(), [t], { create_graph: true });
      expect(torch.autograd.grad(g!.sum(), [t])[0]!.tolist()).toEqual([
        [0, 0, 0],
        [0, 0, 0],
      ]);
    }
  });

  test('relu lets the gradient of NaN pass, as PyTorch does, and prelu scales it', () => {
    const t = leaf([Number.NaN]);
    expect(torch.autograd.grad(torch.relu(t), [t])[0]!.tolist()).toEqual([1]);
    expect(torch.autograd.grad(torch.prelu(t, leaf([0.25])), [t])[0]!.tolist()).toEqual([0.25]);
  });

  // Off the last axis PyTorch 1.13.1 gives −0.99609375, in bfloat16 next to the −1 of exact arithmetic; in steps it would be −2.
  test('log_softmax rounds its gradient once', () => {
    const t = torch.tensor([0, -6], { dtype: 'bfloat16', requires_grad: true });
    const g = torch.tensor([-404, 0], { dtype: 'bfloat16' });
    expect(torch.autograd.grad(torch.log_softmax(t, 0), [t], { grad_outputs: g })[0]!.tolist()).toEqual([
      -0.99609375, 1,
    ]);
  });

  test('are named in the graph as PyTorch names them', () => {
    const made = [torch.relu(x()), torch.sigmoid(x()), torch.softmax(x(), 0), torch.prelu(x(), slopes())];
    expect(made.map((t) => t.grad_fn)).toEqual([
      'ReluBackward0',
      'SigmoidBackward0',
      'SoftmaxBackward0',
      'PreluKernelBackward0',
    ]);
  });
});
