// Expected numbers are what PyTorch 2.14.1 printed.
import { describe, expect, test } from 'vitest';
import type { Tensor } from '../autograd/tensor.ts';
import { torch } from '../torch/torch.ts';

const list = (t: Tensor): number[] => (t.reshape([-1]).tolist() as (number | bigint)[]).map(Number);
function near(t: Tensor, expected: readonly number[], within: number): void {
  const got = list(t);
  expect(got).toHaveLength(expected.length);
  expect(Math.max(...got.map((x, i) => Math.abs(x - expected[i]!)))).toBeLessThanOrEqual(within);
}

describe('uniform numbers', () => {
  test('are those of PyTorch, bit for bit', () => {
    torch.manual_seed(0);
    expect(list(torch.rand([3]))).toEqual([0.49625658988952637, 0.7682217955589294, 0.08847743272781372]);
    expect(list(torch.rand([2], { dtype: 'float64' }))).toEqual([0.0562441839043476, 0.07262971157225484]);
  });

  test('are scaled with one rounding', () => {
    torch.manual_seed(0);
    expect(list(torch.zeros([3]).uniform_(-1.5, 2))).toEqual([
      0.23689806461334229, 1.1887762546539307, -1.1903289556503296,
    ]);
  });

  test('of a fresh generator are those of the default seed', () => {
    expect(list(torch.rand([2], { generator: new torch.Generator() }))).toEqual([
      0.267295241355896, 0.8725283145904541,
    ]);
  });
});

describe('normal numbers', () => {
  test('come in pairs below 16 elements', () => {
    torch.manual_seed(0);
    const pairs = [
      1.5409960746765137, -0.293428897857666, -2.1787893772125244, 0.5684312582015991, -1.0845223665237427,
    ];
    expect(list(torch.randn([5]))).toEqual(pairs);
  });

  test('come in blocks of 16, of which the last may redraw some', () => {
    torch.manual_seed(0);
    const blocks = [
      -1.1258398294448853, -1.6959311962127686, 0.5666506290435791, 0.7935083508491516, 0.5988394618034363,
      -1.5550950765609741, -0.3413603901863098, 1.85300612449646, 0.46809640526771545, -0.5854975581169128,
      -0.1733967512845993, 0.18347793817520142, 1.3893661499023438, 1.586334228515625, 0.946298360824585,
      -0.843676745891571, 0.9318265914916992,
    ];
    near(torch.randn([17]), blocks, 2.4e-7);
  });

  test('of float16 are those of float32, rounded, and drawn block by block', () => {
    torch.manual_seed(0);
    const first = torch.randn([20], { dtype: 'float16' }).getitem(':6');
    expect(list(first)).toEqual([
      -1.1259765625, -1.15234375, -0.25048828125, -0.433837890625, -1.3525390625, -1.6962890625,
    ]);
  });

  test('fill a transposed matrix in the order of its memory', () => {
    torch.manual_seed(2);
    const x = torch.zeros([3, 2]);
    x.T.normal_();
    torch.manual_seed(2);
    expect(list(x)).toEqual(list(torch.randn([6])));
  });

  test('refuse a negative deviation and integers', () => {
    const x = torch.zeros([2]);
    expect(() => x.normal_(0, -1)).toThrowError(expect.objectContaining({ kind: 'invalid_argument' }));
    expect(() => torch.zeros([2], { dtype: 'int64' }).normal_()).toThrowError(
      expect.objectContaining({ kind: 'unsupported_dtype' }),
    );
    expect(list(x)).toEqual([0, 0]);
  });

  test('leave no gradient to what they overwrite', () => {
    const w = torch.ones([2], { requires_grad: true });
    w.mul(2).normal_().sum().backward();
    expect(list(w.grad!)).toEqual([0, 0]);
  });
});

describe('normal', () => {
  test('needs a size beside two numbers, and none beside a tensor', () => {
    const wrong = { kind: 'invalid_argument' };
    expect(() => torch.normal(0, 1)).toThrowError(expect.objectContaining(wrong));
    expect(() => torch.normal(0, 1, 3 as never)).toThrowError(expect.objectContaining(wrong));
    expect(() => torch.normal(torch.zeros([2]), 1, [2])).toThrowError(expect.objectContaining(wrong));
    expect(() => torch.normal(torch.zeros([2]), torch.tensor([1.5, -1.5]))).toThrowError(
      expect.objectContaining(wrong),
    );
  });

  test('resizes out, in its own memory if it fits', () => {
    const base = torch.zeros([6]);
    const out = base.getitem(':2');
    torch.manual_seed(0);
    torch.normal(0, 1, [3], { out });
    expect(out.shape).toEqual([3]);
    expect(list(base).map((x) => x === 0)).toEqual([false, false, false, true, true, true]);
    const small = torch.zeros([0]);
    torch.normal(torch.zeros([2, 1]), 0, undefined, { out: small });
    expect(small.shape).toEqual([2, 1]);
  });
});

describe('randperm', () => {
  test('swaps with what is left', () => {
    torch.manual_seed(0);
    expect(list(torch.randperm(8))).toEqual([4, 0, 7, 3, 2, 5, 1, 6]);
  });

  test('refuses a negative n', () => {
    expect(() => torch.randperm(-1)).toThrowError(expect.objectContaining({ kind: 'invalid_argument' }));
  });
});

test('random_ takes its bounds by position, or as options', () => {
  const drawn = (...bounds: Parameters<Tensor['random_']>) => {
    torch.manual_seed(5);
    return list(torch.zeros([50], { dtype: 'int64' }).random_(...bounds)).map(Number);
  };
  expect(drawn(-3, 5)).toEqual(drawn({ from: -3, to: 5 }));
  expect(drawn(-3, 5)).toEqual(drawn(undefined, 5, { from: -3 }));
  expect(drawn(5)).toEqual(drawn({ to: 5 }));
  expect(new Set(drawn(-3, 5))).toEqual(new Set([-3, -2, -1, 0, 1, 2, 3, 4]));
});

test('random_ stays within the dtype', () => {
  torch.manual_seed(1);
  for (const [dtype, bound] of [
    ['bool', 2],
    ['uint8', 256],
    ['int8', 128],
    ['float16', 2049],
  ] as const) {
    const seen = list(torch.zeros([2000], { dtype }).random_());
    expect(Math.min(...seen)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...seen)).toBeLessThan(bound);
    expect(new Set(seen).size).toBeGreaterThan(bound / 3);
  }
});
