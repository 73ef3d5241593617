import { describe, expect, test } from 'vitest';
import { caseOf, input, op } from '../judge/sample.ts';
import type { Case, Literal, OpStep, Step } from '../values/case.ts';
import { pythonOf } from './python.ts';

/** What stands between the imports and the first print. */
const body = (c: Case): string[] => {
  const [, , ...parts] = pythonOf(c).trimEnd().split('\n\n');
  return parts[0]!.split('\n');
};
const line = (name: string, operands: Literal[], out?: OpStep['out'], options?: OpStep['with']): string =>
  body(caseOf({ inputs: {}, ops: [op(name, operands, out, options)] })).join('\n');
const float = (value: number | string): Literal => ({ float: value });

describe('a call', () => {
  test.each<[string, string]>([
    [line('add', ['x', 'y'], 'z'), 'z = x + y'],
    [line('mul', [2, 'x'], 'z'), 'z = 2 * x'],
    [line('pow', [-2, 'x'], 'z'), 'z = (-2) ** x'],
    [line('div', ['x', float(2)], 'z'), 'z = x / 2.0'],
    [line('add', ['x', 'y'], 'z', { alpha: float(1) }), 'z = torch.add(x, y, alpha=1.0)'],
    [line('div', ['x', 'y'], 'z', { rounding_mode: 'floor' }), 'z = torch.div(x, y, rounding_mode="floor")'],
    [line('eq', ['x', 'y'], 'z'), 'z = x == y'],
    [line('neg', ['x'], 'z'), 'z = -x'],
    [line('add_', ['x', 1]), 'x.add_(1)'],
    [line('zero_', ['x.grad']), 'x.grad.zero_()'],
    [line('normal_', ['w.data'], undefined, { mean: 0, std: 0.01 }), 'w.data.normal_(0, 0.01)'],
    [line('normal_', ['w'], undefined, { std: 0.01 }), 'w.normal_(std=0.01)'],
    [line('sum', ['x'], 's', { dim: [0, 1], keepdim: true }), 's = x.sum(dim=(0, 1), keepdim=True)'],
    [line('exp', ['x'], 'e'), 'e = x.exp()'],
    [line('relu', ['x'], 'r'), 'r = torch.relu(x)'],
    [line('dot', ['x', 'y'], 'd'), 'd = torch.dot(x, y)'],
    [line('cat', [['x', 'y']], 'c', { dim: 1 }), 'c = torch.cat([x, y], dim=1)'],
    [line('reshape', ['x'], 'r', { shape: [2, -1] }), 'r = x.reshape((2, -1))'],
    [line('reshape', ['x'], 'r', { shape: [] }), 'r = x.reshape(())'],
    [line('transpose', ['x'], 't', { dim0: 0, dim1: 1 }), 't = x.transpose(0, 1)'],
    [line('T', ['x'], 't'), 't = x.T'],
    [line('shape', ['x'], 's'), 's = x.shape'],
    [line('to', ['x'], 'y', { dtype: 'float64' }), 'y = x.to(dtype=torch.float64)'],
    [line('zeros_like', ['x'], 'z'), 'z = torch.zeros_like(x)'],
    [line('matmul', ['x', 'y'], undefined, { out: { ref: 'b' } }), 'torch.matmul(x, y, out=b)'],
    [line('max', ['x'], ['v', null], { dim: 0 }), 'v, _ = x.max(dim=0)'],
    [line('autograd.grad', ['y', ['x']], ['g']), '(g,) = torch.autograd.grad(y, [x])'],
    [line('backward', ['y', 'g'], undefined, { retain_graph: true }), 'y.backward(g, retain_graph=True)'],
    [line('conv2d', ['x', 'w', null], 'y', { stride: [1, 2] }), 'y = F.conv2d(x, w, None, stride=(1, 2))'],
    [
      line('nn.Linear', [], 'net', { in_features: 2, out_features: 1, bias: false }),
      'net = nn.Linear(2, 1, bias=False)',
    ],
    [line('nn.Sequential', ['a', 'b'], 'net'), 'net = nn.Sequential(a, b)'],
    [line('call', ['net', 'X'], 'p'), 'p = net(X)'],
    [line('parameters', ['net'], 'ps'), 'ps = list(net.parameters())'],
    [
      line('load_state_dict', ['net'], undefined, { state_dict: { '0.weight': { ref: 'W' } } }),
      'net.load_state_dict({"0.weight": W})',
    ],
    [line('optim.SGD', ['ps'], 'o', { lr: 0.03 }), 'o = optim.SGD(ps, lr=0.03)'],
    [line('step', ['o']), 'o.step()'],
    [line('zero_grad', ['o'], undefined, { set_to_none: false }), 'o.zero_grad(set_to_none=False)'],
    [line('data.TensorDataset', ['x', 'y'], 'd'), 'd = data.TensorDataset(x, y)'],
    [line('next', ['l'], ['X', 'y']), 'X, y = next(iter(l))'],
    [line('tuple', ['x'], 't'), 't = (x,)'],
    [line('list', ['x', 2], 't'), 't = [x, 2]'],
    [line('len', ['x'], 'n'), 'n = len(x)'],
    [line('Generator', [], 'g'), 'g = torch.Generator()'],
    [line('manual_seed', [], undefined, { seed: 0 }), 'torch.manual_seed(0)'],
    [line('manual_seed', ['g'], undefined, { seed: 0 }), 'g.manual_seed(0)'],
    [line('randn', [], 'x', { size: [2], generator: { ref: 'g' } }), 'x = torch.randn((2,), generator=g)'],
    [line('arange', [], 'x', { end: float(4) }), 'x = torch.arange(4.0)'],
    [line('arange', [], 'x', { end: 4, step: 2 }), 'x = torch.arange(0, 4, 2)'],
    [line('arange', [], 'x', { start: 1 }), 'x = torch.arange(start=1)'],
    [
      line(
        'tensor',
        [
          [
            [1, true],
            [float('NaN'), { int: '9223372036854775807' }],
          ],
        ],
        'x',
      ),
      'x = torch.tensor([[1, True], [nan, 9223372036854775807]])',
    ],
    [
      line('getitem', ['x'], 'y', { index: [-1, '1:3', '...', 'None', true, { ref: 'i' }] }),
      'y = x[-1, 1:3, ..., None, True, i]',
    ],
    [line('getitem', ['x'], 'y', { index: [] }), 'y = x[()]'],
    [line('setitem', ['x', 7], 'same', { index: [0] }), 'x[0] = 7\nsame = x'],
    [line('full', [], 'x', { size: [2], fill_value: float('-0') }), 'x = torch.full((2,), -0.0)'],
    [line('mul', ['x', 1e300], 'y'), 'y = x * 1e+300'],
    [line('some_op', ['x'], 'y', { mode: 'a' }), 'y = torch.some_op(x, mode="a")'],
    [line('add', ['lambda', 'torch'], 'in'), 'in_ = lambda_ + torch_'],
    [line('add', ['net.0.weight.grad', 'x'], 'y'), 'y = net[0].weight.grad + x'],
  ])('%s', (written, expected) => {
    expect(written).toBe(expected);
  });
});

describe('an input', () => {
  const given = (...args: Parameters<typeof input>): string => body(caseOf({ inputs: { x: input(...args) } }))[0]!;
  test.each([
    [given('int64', [2], [1, '9223372036854775807']), 'x = torch.tensor([1, 9223372036854775807])'],
    [given('float32', [2, 1], [[1], ['-0']]), 'x = torch.tensor([[1.0], [-0.0]])'],
    [given('float32', [3], ['NaN', 'Infinity', '-Infinity']), 'x = torch.tensor([nan, inf, -inf])'],
    [given('float16', [], 0.1), 'x = torch.tensor(0.1, dtype=torch.float16)'],
    [given('bool', [2], [true, false]), 'x = torch.tensor([True, False])'],
    [given('float32', [2, 0], [[], []]), 'x = torch.zeros((2, 0))'],
    [given('int64', [0], []), 'x = torch.zeros((0,), dtype=torch.int64)'],
  ])('%s', (written, expected) => {
    expect(written).toBe(expected);
  });
});

test('a whole program says what it is, imports what it uses, and prints beside what is expected', () => {
  const ops: Step[] = [
    op('nn.Linear', [], 'net', { in_features: 2, out_features: 1 }),
    { no_grad: [op('fill_', ['net.weight', float('Infinity')])] },
    { repeat: 2, ops: [op('call', ['net', 'x'], 'y'), op('record', ['y'], 'all')] },
    { for: ['a', 'b'], of: 'loader', ops: [] },
    { try: [op('mm', ['x', 'x'], 'm')] },
  ];
  const c = caseOf({
    ops,
    inputs: { x: { ...input('float32', [2], [1, 2]), requires_grad: true } },
    names: {
      all: { dtype: 'float32', shape: [2, 1], data: [[1], [2]] },
      y: { prints: 'tensor(1)\n  two' },
      'x.grad': { null: true },
    },
  });
  expect(pythonOf(c)).toBe(`# ops/sample/case
# a sample

from math import inf
import torch
from torch import nn

x = torch.tensor([1.0, 2.0], requires_grad=True)
all = []
net = nn.Linear(2, 1)
with torch.no_grad():
    net.weight.fill_(inf)
for _ in range(2):
    y = net(x)
    all.append(y.detach().clone())
for a, b in loader:
    pass
try:
    m = torch.mm(x, x)
except Exception:
    pass

print(torch.stack(all))
# float32 [2,1] [[1],[2]]
print(y)
# tensor(1)
#   two
print(x.grad)
# nothing
`);
});

test('an error is caught and told with the kind that is due, and what stands beside it is printed', () => {
  const error = { kind: 'graph_freed', op: [1, 0] } as const;
  const ops: Step[] = [op('sum', ['x'], 's'), { no_grad: [op('backward', ['s'])] }];
  const text = pythonOf(caseOf({ ops, expected: { names: { s: { value: 3 } }, error } }));
  expect(text).toContain(`s = x.sum()
try:
    with torch.no_grad():
        s.backward()
except Exception as error:
    print("graph_freed:", error)

print(s)
# 3
`);
});

test('alternatives, ranges and distributions are told in a line', () => {
  const told = (expectation: Parameters<typeof caseOf>[0]['names']) =>
    pythonOf(caseOf({ names: expectation! }))
      .split('\n')
      .at(-2);
  expect(told({ x: { either: [{ null: true }, { value: 0 }] } })).toBe('# nothing  or  0');
  expect(told({ x: { above: 0, below: 1 } })).toBe('# > 0, < 1');
  expect(told({ x: { dtype: 'float32', shape: [2000], distribution: { uniform: { low: 0, high: 1 } } } })).toBe(
    '# float32 [2000] {"uniform":{"low":0,"high":1}}',
  );
  expect(told({ x: { each: [] } })).toBe('print(x)');
  expect(told({ x: { value: 'a'.repeat(200) } })!.length).toBe(112);
  const either = [{ names: { x: { value: 1 } } }, { names: { x: { value: 2 } } }];
  expect(pythonOf(caseOf({ expected: { names: {}, either } }))).toMatch(/print\(x\)\n# 1\n$/);
});
