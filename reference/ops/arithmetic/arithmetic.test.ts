import { describe, expect, test } from 'vitest';
import type { Tensor } from '../../autograd/tensor.ts';
import { gradcheck } from '../../gradcheck.ts';
import { float } from '../../numbers/scalar.ts';
import { torch } from '../../torch/torch.ts';

const leaf = (data: number[]): Tensor => torch.tensor(data, { dtype: 'float64', requires_grad: true });
const x = (): Tensor => leaf([0.5, 1.25, 2, 3.5]);
const y = (): Tensor => leaf([1.5, -0.75, 0.25, 2.25]);

/** The gradient of f's weighted sum, itself as a function: what gradcheck needs to see second derivatives. */
const gradientOf =
  (f: (...inputs: Tensor[]) => Tensor) =>
  (...inputs: Tensor[]): Tensor =>
    torch.enable_grad(() => {
      const at = inputs.map((t) => (t.requires_grad ? t : t.detach().requires_grad_()));
      const grads = torch.autograd.grad(f(...at).sum(), at, { create_graph: true });
      return torch.cat(grads.map((g, i) => g!.mul(torch.tensor([1, -2, 3, 0.5], { dtype: 'float64' })).mul(i + 1)));
    });

const smooth: [string, (a: Tensor, b: Tensor) => Tensor][] = [
  ['add with alpha', (a, b) => a.add(b, { alpha: 3 }).mul(a.mul(b))],
  ['sub with alpha', (a, b) => a.sub(b, { alpha: 3 }).mul(a.mul(b))],
  ['mul', (a, b) => a.mul(b).mul(a)],
  ['div', (a, b) => a.div(b)],
  ['number over tensor', (a, b) => torch.div(2, a).add(b.mul(b))],
  ['pow', (a, b) => a.pow(b)],
  ['pow of a number', (a, b) => a.pow(float(2.5)).add(torch.pow(3, b))],
  ['log, exp, sqrt and abs', (a, b) => a.log().mul(b.exp()).add(a.sqrt().mul(b.abs())).sub(b.neg().mul(a))],
];

describe('gradients of arithmetic', () => {
  test.each(smooth)('%s agrees with finite differences', (_, f) => {
    expect(gradcheck(f, [x(), y()])).toBeLessThan(1e-7);
  });

  test.each(smooth)('the second gradient of %s agrees with finite differences', (_, f) => {
    expect(gradcheck(gradientOf(f), [x(), y()])).toBeLessThan(1e-6);
  });

  test.each([
    ['maximum', (a: Tensor, b: Tensor) => a.maximum(b).mul(a)],
    ['minimum', (a: Tensor, b: Tensor) => a.minimum(b).mul(a)],
    ['where', (a: Tensor, b: Tensor) => a.gt(1).where(a.mul(b), b.mul(b))],
  ])('%s agrees with finite differences away from ties', (_, f) => {
    expect(gradcheck(f, [x(), y()])).toBeLessThan(1e-7);
  });
});

describe('integer arithmetic', () => {
  test('a product with alpha wraps in int32 although a float64 could not hold it', () => {
    const a = torch.tensor([1], { dtype: 'int32' });
    const b = torch.tensor([2147483647], { dtype: 'int32' });
    expect(a.add(b, { alpha: 2147483647 }).tolist()).toEqual([2]);
    expect(a.sub(b, { alpha: 2147483647 }).tolist()).toEqual([0]);
  });

  test('powers in int32 wrap exactly', () => {
    expect(torch.tensor([3, -3], { dtype: 'int32' }).pow(21).tolist()).toEqual([1870418611, -1870418611]);
  });

  test('a whole inverse exists for 1 and -1 alone', () => {
    const base = torch.tensor([1, -1, -1, 2, 0], { dtype: 'int32' });
    const exponent = torch.tensor([-1, -1, -2, -1, -3], { dtype: 'int32' });
    expect(base.pow(exponent).tolist()).toEqual([1, -1, 1, 0, 0]);
  });

  test('floor and trunc agree on signs in int32 and int64', () => {
    for (const dtype of ['int32', 'int64'] as const) {
      const [a, b] = [torch.tensor([7, -7, 7, -7, 6], { dtype }), torch.tensor([2, 2, -2, -2, -3], { dtype })];
      expect(a.div(b, { rounding_mode: 'floor' }).tolist().toString()).toBe('3,-4,-4,3,-2');
      expect(a.div(b, { rounding_mode: 'trunc' }).tolist().toString()).toBe('3,-3,-3,3,-2');
    }
  });

  test('a rounded int32 quotient by 0 raises', () => {
    const a = torch.tensor([1], { dtype: 'int32' });
    expect(() => a.div(0, { rounding_mode: 'floor' })).toThrow(expect.objectContaining({ kind: 'invalid_argument' }));
    expect(() => a.div(0, { rounding_mode: 'trunc' })).toThrow(expect.objectContaining({ kind: 'invalid_argument' }));
  });
});

describe('floating powers and quotients', () => {
  test('a number 0.5 as exponent means a root, a tensor of it does not', () => {
    const base = torch.tensor([-Infinity, -0, 4], { dtype: 'float64' });
    expect(base.pow(0.5).tolist()).toEqual([NaN, -0, 2]);
    expect(base.pow(-0.5).tolist()).toEqual([NaN, -Infinity, 0.5]);
    expect(base.pow(torch.tensor(0.5, { dtype: 'float64' })).tolist()).toEqual([Infinity, 0, 2]);
    expect(base.pow(torch.tensor(-0.5, { dtype: 'float64' })).tolist()).toEqual([0, Infinity, 0.5]);
  });

  test('powers of ±1 are 1 where JavaScript says NaN', () => {
    const base = torch.tensor([1, 1, -1, -1]);
    expect(base.pow(torch.tensor([NaN, -Infinity, Infinity, -Infinity])).tolist()).toEqual([1, 1, 1, 1]);
  });

  test('the floor of a quotient that rounds up to a whole number is the number below', () => {
    const tenth = torch.tensor([0.1, -0.1], { dtype: 'float64' });
    expect(torch.div(1, tenth, { rounding_mode: 'floor' }).tolist()).toEqual([9, -10]);
  });

  test('a floor of zero keeps the sign of the quotient', () => {
    const q = torch.tensor([-0, 0]).div(torch.tensor([1, -2]), { rounding_mode: 'floor' });
    expect(q.tolist()).toEqual([-0, -0]);
  });

  test('an unknown rounding mode raises', () => {
    expect(() => torch.div(1, torch.ones([1]), { rounding_mode: 'round' as never })).toThrow('rounding_mode');
    expect(() => torch.div(1, torch.ones([1]), { rounding_mode: 'true' as never })).toThrow('rounding_mode');
  });
});

describe('dtypes that an op refuses', () => {
  const bool = torch.tensor([true]);
  test.each([
    ['neg of bool', 'unsupported_dtype', () => bool.neg()],
    ['abs of bool', 'unsupported_dtype', () => bool.abs()],
    ['sub of bool', 'unsupported_dtype', () => bool.sub(1)],
    ['sub of true', 'unsupported_dtype', () => torch.ones([1]).sub(true)],
    ['pow of bool', 'unsupported_dtype', () => bool.pow(bool)],
    ['a float alpha for integers', 'invalid_argument', () => torch.arange(2).add(1, { alpha: 0.5 })],
    ['an integer condition', 'unsupported_dtype', () => torch.where(torch.arange(2), 1, 2)],
  ])('%s raises %s', (_, kind, run) => {
    expect(run).toThrow(expect.objectContaining({ kind }));
  });
});
