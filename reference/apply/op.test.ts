import { expect, test } from 'vitest';
import { float, type Tensor, torch } from '../index.ts';
import { restride } from '../memory/view.ts';
import { broadcast, NONE, type None, promoted, unary } from '../ops/pointwise.ts';
import { apply, applyView, type Op, type ViewOp } from './op.ts';

const raising = (kind: string): object => expect.objectContaining({ kind });

// out[i] = 2·a[i], without rounding of its own
const twice = (overrides: Partial<Op<None>> = {}): Op<None> => ({
  name: 'twice',
  shape: broadcast,
  dtype: promoted,
  layout: 'as-operands',
  forward: unary((n, out, o, a, p, s) => {
    for (let i = 0; i < n; i++) out[o + i] = 2 * a[p + i * s]!;
  }),
  vjp: { gradFn: 'TwiceBackward0', rules: [(grad) => grad.mul(2)] },
  ...overrides,
});
const run = (x: Tensor, op: Op<None> = twice()): Tensor => apply(op, [x], NONE);

test.each([
  ['uint8', [200], [144]],
  ['int8', [100], [-56]],
  ['bool', [1], [true]],
  ['float16', [40000], [Infinity]],
  ['bfloat16', [1.0078125], [2.015625]],
  ['float32', [0.1], [Math.fround(0.2)]],
  ['float64', [0.1], [0.2]],
] as const)('a result is rounded to %s', (dtype, data, expected) => {
  expect(run(torch.tensor(data, { dtype })).tolist()).toEqual(expected);
});

test('an op without a kernel for int64 refuses it', () => {
  expect(() => run(torch.arange(3))).toThrow(raising('unsupported_dtype'));
});

test('operands are converted one by one where the op says so', () => {
  const op = twice({
    dtype: () => ({ compute: ['float64', 'int32'], result: 'float64' }),
    forward: (out, [a, b]) => {
      expect([a!.dtype, b!.dtype]).toEqual(['float64', 'int32']);
      out.numbers[0] = a!.numbers[0]! + b!.numbers[0]!;
    },
  });
  expect(apply(op, [torch.tensor([0.5]), 2.9], NONE).tolist()).toEqual([2.5]);
});

test('shapes are checked before dtypes', () => {
  const op = twice({ dtype: () => expect.unreachable() });
  expect(() => apply(op, [torch.ones([2]), torch.ones([3])], NONE)).toThrow(raising('shape_mismatch'));
});

test('a result is recorded if an operand wants a gradient and the op has one', () => {
  const x = torch.ones([2], { requires_grad: true });
  expect(run(x).grad_fn).toBe('TwiceBackward0');
  expect(run(x.detach()).grad_fn).toBeNull();
  expect(torch.no_grad(() => run(x)).grad_fn).toBeNull();
  expect(run(x, twice({ vjp: null })).grad_fn).toBeNull();
  expect(run(x, twice({ vjp: { gradFn: 'None', rules: [null] } })).grad_fn).toBeNull();
});

test('the name of the node may depend on the options', () => {
  const x = torch.ones([2], { requires_grad: true });
  expect(run(x, twice({ vjp: { gradFn: () => 'Named', rules: (grad) => grad } })).grad_fn).toBe('Named');
});

test('a rule that asks for a tensor where a number was is told so', () => {
  const op = twice({ vjp: { gradFn: 'Asks', rules: [(_, saved) => saved.input(1), null] } });
  const y = apply(op, [torch.ones([], { requires_grad: true }), float(3)], NONE);
  expect(() => y.backward()).toThrow(raising('invalid_argument'));
});

test('a rule may see form and options without counting as a user of the values', () => {
  const seen: unknown[] = [];
  const op = twice({
    vjp: {
      gradFn: 'Sees',
      rules: [
        (grad, saved) => {
          seen.push([saved.count, saved.shape(0), saved.dtype(0), saved.shape(1), saved.dtype(1)]);
          return grad;
        },
        null,
      ],
    },
  });
  const y = apply(op, [torch.ones([], { requires_grad: true }), float(3)], NONE);
  y.backward();
  y.backward();
  expect(seen).toEqual([
    [2, [], 'float32', [], 'float32'],
    [2, [], 'float32', [], 'float32'],
  ]);
});

test('a view op shares memory and passes its gradient', () => {
  const second: ViewOp<None> = {
    name: 'second',
    view: (input) => restride(input, [], [], input.offset + 1),
    vjp: { gradFn: 'SecondBackward0', rules: [(grad) => grad.mul(torch.tensor([0, 1]))] },
  };
  const x = torch.tensor([1, 2.5], { requires_grad: true });
  const y = applyView(second, x, NONE);
  y.backward();
  torch.no_grad(() => x.fill_(7));
  expect([y.item(), x.grad?.tolist()]).toEqual([7, [0, 1]]);
});
