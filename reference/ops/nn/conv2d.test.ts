import { describe, expect, test } from 'vitest';
import type { Tensor } from '../../autograd/tensor.ts';
import { gradcheck } from '../../gradcheck.ts';
import { TensorError } from '../../numbers/errors.ts';
import { torch } from '../../torch/torch.ts';
import { type Conv2dOptions, conv2d } from './conv2d.ts';

const random = (size: readonly number[]): Tensor => torch.randn(size, { dtype: 'float64' }).requires_grad_();
const kindOf = (run: () => unknown): string | undefined => {
  try {
    run();
  } catch (error) {
    return error instanceof TensorError ? error.kind : 'no TensorError';
  }
  return undefined;
};

/** The formula of spec/ops/conv2d.md, read off element by element. */
function byFormula(
  x: Tensor,
  w: Tensor,
  stride: number[],
  padding: number[],
  dilation: number[],
  groups: number,
): number[] {
  const at = (t: Tensor, ...index: number[]): number => Number(t.getitem(...index).item());
  const [n, , h, width] = x.shape as number[];
  const [o, c, kh, kw] = w.shape as number[];
  const outputs = (size: number, k: number, a: number): number =>
    Math.floor((size + 2 * padding[a]! - dilation[a]! * (k - 1) - 1) / stride[a]!) + 1;
  const values: number[] = [];
  for (let b = 0; b < n!; b++)
    for (let f = 0; f < o!; f++)
      for (let y = 0; y < outputs(h!, kh!, 0); y++)
        for (let z = 0; z < outputs(width!, kw!, 1); z++) {
          let sum = 0;
          for (let d = 0; d < c!; d++)
            for (let u = 0; u < kh!; u++)
              for (let v = 0; v < kw!; v++) {
                const row = y * stride[0]! + u * dilation[0]! - padding[0]!;
                const column = z * stride[1]! + v * dilation[1]! - padding[1]!;
                if (row < 0 || row >= h! || column < 0 || column >= width!) continue;
                const channel = Math.floor(f / (o! / groups)) * c! + d;
                sum += at(x, b, channel, row, column) * at(w, f, d, u, v);
              }
          values.push(sum);
        }
  return values;
}

const GEOMETRIES: [string, number[], number[], Required<Conv2dOptions>][] = [
  ['plain', [2, 1, 4, 5], [2, 1, 2, 3], { stride: [1, 1], padding: [0, 0], dilation: [1, 1], groups: 1 }],
  ['stride', [1, 2, 7, 6], [3, 2, 3, 2], { stride: [3, 2], padding: [0, 0], dilation: [1, 1], groups: 1 }],
  ['padding', [1, 1, 3, 3], [1, 1, 3, 3], { stride: [1, 1], padding: [2, 1], dilation: [1, 1], groups: 1 }],
  ['dilation', [1, 1, 7, 5], [1, 1, 3, 2], { stride: [1, 1], padding: [0, 0], dilation: [2, 3], groups: 1 }],
  ['groups', [2, 4, 3, 3], [6, 2, 2, 2], { stride: [1, 1], padding: [0, 0], dilation: [1, 1], groups: 2 }],
  ['all of them', [2, 4, 6, 5], [2, 2, 2, 3], { stride: [2, 1], padding: [1, 2], dilation: [2, 1], groups: 2 }],
  [
    'padding past the kernel',
    [1, 1, 2, 2],
    [1, 1, 1, 1],
    { stride: [3, 3], padding: [2, 2], dilation: [1, 1], groups: 1 },
  ],
];

describe('conv2d', () => {
  test.each(GEOMETRIES)('follows the formula with %s', (_, input, weight, options) => {
    const [x, w] = [random(input), random(weight)];
    const { stride, padding, dilation, groups } = options;
    const expected = byFormula(x, w, stride as number[], padding as number[], dilation as number[], groups);
    const got = conv2d(x, w, null, options).reshape([-1]).tolist() as number[];
    expect(got).toHaveLength(expected.length);
    got.forEach((value, i) => {
      expect(value).toBeCloseTo(expected[i]!, 10);
    });
  });

  test.each(GEOMETRIES)('has the numeric gradient with %s', (_, input, weight, options) => {
    const inputs = [random(input), random(weight), random([weight[0]!])];
    expect(gradcheck((x, w, b) => conv2d(x!, w!, b, options).pow(2), inputs)).toBeLessThan(1e-5);
  });

  test.each(GEOMETRIES)('has the numeric second gradient with %s', (_, input, weight, options) => {
    const penalty = (x: Tensor, w: Tensor): Tensor => {
      const y = conv2d(x, w, null, options).pow(2).sum();
      const [gx, gw] = torch.autograd.grad(y, [x, w], { create_graph: true });
      return gx!.pow(2).sum().add(gw!.pow(2).sum());
    };
    const x = random(input).detach().mul(0.1).detach().requires_grad_();
    const w = random(weight).detach().mul(0.1).detach().requires_grad_();
    const numeric = (a: Tensor, b: Tensor): Tensor =>
      torch.enable_grad(() =>
        penalty(a.requires_grad ? a : a.requires_grad_(), b.requires_grad ? b : b.requires_grad_()),
      );
    expect(gradcheck((a, b) => numeric(a!, b!), [x, w])).toBeLessThan(1e-5);
  });

  test('reads operands that are transposed in memory', () => {
    const x = torch.randn([4, 3, 1, 2], { dtype: 'float64' });
    const w = torch.randn([2, 2, 1, 2], { dtype: 'float64' });
    const [xt, wt] = [x.permute([3, 2, 1, 0]), w.permute([3, 2, 1, 0])];
    const plain = conv2d(xt.contiguous(), wt.contiguous());
    expect(conv2d(xt, wt).tolist()).toEqual(plain.tolist());
  });

  test('raises what does not fit, in its kind', () => {
    const [x, w] = [torch.ones([1, 1, 3, 3]), torch.ones([1, 1, 2, 2])];
    expect(kindOf(() => conv2d(torch.ones([3, 3]), w))).toBe('shape_mismatch');
    expect(kindOf(() => conv2d(torch.ones([1, 2, 3, 3]), w))).toBe('shape_mismatch');
    expect(kindOf(() => conv2d(x, torch.ones([1, 1, 4, 1])))).toBe('shape_mismatch');
    expect(kindOf(() => conv2d(x, w, torch.ones([2])))).toBe('shape_mismatch');
    expect(kindOf(() => conv2d(x, torch.ones([1, 1, 2, 2], { dtype: 'float64' })))).toBe('dtype_mismatch');
    expect(kindOf(() => conv2d(x, w, null, { dilation: 0 }))).toBe('invalid_argument');
    expect(kindOf(() => conv2d(x, w, null, { groups: 0 }))).toBe('invalid_argument');
  });
});
