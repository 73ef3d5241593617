import { describe, expect, test } from 'vitest';
import { caseOf, input, op } from '../judge/sample.ts';
import type { Literal, OpStep, Step } from '../values/case.ts';
import { typescriptOf } from './typescript.ts';

const inputs = { x: input('float32', [2], [1, 2]), y: input('float32', [2], [1, 2]) };
/** The last statement of a program of these steps, without its semicolon. */
const last = (...steps: Step[]): string =>
  typescriptOf(caseOf({ inputs, ops: steps }))
    .trimEnd()
    .split('\n')
    .at(-1)!
    .replace(/;$/, '');
const line = (name: string, operands: Literal[], out?: OpStep['out'], options?: OpStep['with']): string =>
  last(op(name, operands, out, options));
const float = (value: number | string): Literal => ({ float: value });

describe('a call', () => {
  test.each<[string, string]>([
    [line('add', ['x', 'y'], 'z'), 'const z = x.add(y)'],
    [line('mul', [2, 'x'], 'z'), 'const z = torch.mul(2, x)'],
    [
      line('div', ['x', float(2)], 'z', { rounding_mode: 'floor' }),
      'const z = x.div(float(2), { rounding_mode: "floor" })',
    ],
    [line('add', ['x', 'y'], 'z', { alpha: float(2) }), 'const z = x.add(y, { alpha: float(2) })'],
    [line('neg', ['x'], 'z'), 'const z = x.neg()'],
    [line('mul_', ['x', 0.5]), 'x.mul_(0.5)'],
    [line('zero_', ['x.grad']), 'x.grad!.zero_()'],
    [line('normal_', ['x.data'], undefined, { std: float(1) }), 'x.data.normal_(undefined, 1)'],
    [line('sum', ['x'], 's', { axis: 0, keepdims: true }), 'const s = x.sum({ axis: 0, keepdims: true })'],
    [line('cumsum', ['x'], 's', { axis: 0, dtype: 'float64' }), 'const s = x.cumsum(0, { dtype: "float64" })'],
    [line('softmax', ['x'], 's', { dim: -1 }), 'const s = torch.softmax(x, -1)'],
    [line('cat', [['x', 'y']], 'c', { dim: 0 }), 'const c = torch.cat([x, y], { dim: 0 })'],
    [line('reshape', ['x'], 'r', { shape: [2, 1] }), 'const r = x.reshape([2, 1])'],
    [line('T', ['x'], 't'), 'const t = x.T'],
    [line('max', ['x'], ['v', null], { dim: 0 }), 'const { values: v } = x.max({ dim: 0 })'],
    [line('autograd.grad', ['y', ['x']], ['g']), 'const [g] = torch.autograd.grad(y, [x]) as Tensor[]'],
    [line('backward', ['x']), 'x.backward()'],
    [line('backward', ['x'], undefined, { retain_graph: true }), 'x.backward(null, { retain_graph: true })'],
    [
      line('conv2d', ['x', 'y'], 'z', { padding: [1, 1] }),
      'const z = nn.functional.conv2d(x, y, null, { padding: [1, 1] })',
    ],
    [
      line('normal', ['x', 'y'], 'z', { generator: { ref: 'g' } }),
      'const z = torch.normal(x, y, null, { generator: g })',
    ],
    [line('normal', [float(0), 0.5], 'z', { size: [2] }), 'const z = torch.normal(float(0), 0.5, [2])'],
    [
      line('nn.Linear', [], 'net', { in_features: 2, out_features: 1, bias: false }),
      'const net = new nn.Linear(2, 1, { bias: false })',
    ],
    [line('nn.Sequential', ['a', 'b'], 'net'), 'const net = new nn.Sequential(a, b)'],
    [line('call', ['net', 'x'], 'p'), 'const p = net.forward(x)'],
    [
      line('load_state_dict', ['net'], undefined, { state_dict: { weight: { ref: 'x' }, '0.bias': { ref: 'y' } } }),
      'net.load_state_dict({ weight: x, "0.bias": y })',
    ],
    [line('optim.SGD', [['x']], 'o', { lr: float(1) }), 'const o = new optim.SGD([x], { lr: 1 })'],
    [line('data.DataLoader', ['d'], 'l', { batch_size: 2 }), 'const l = new data.DataLoader(d, { batch_size: 2 })'],
    [line('next', ['l'], ['a', 'b']), 'const [a, b] = data.next(l)'],
    [line('Generator', [], 'g'), 'const g = new Generator()'],
    [
      line('manual_seed', [], undefined, { seed: { int: '18446744073709551615' } }),
      'torch.manual_seed(18446744073709551615n)',
    ],
    [line('manual_seed', ['g'], undefined, { seed: 1 }), 'g.manual_seed(1)'],
    [
      line('arange', [], 'a', { end: float(4), requires_grad: true }),
      'const a = torch.arange(float(4), { requires_grad: true })',
    ],
    [line('arange', [], 'a', { end: 4, step: 2 }), 'const a = torch.arange(0, 4, 2)'],
    [
      line('tensor', [[float(1), true, float('NaN'), float('-0')]], 't'),
      'const t = torch.tensor([float(1), true, NaN, -0])',
    ],
    [line('mul', ['net.0.bias.data', 2], 'z'), 'const z = net.at(0).bias!.data.mul(2)'],
    [line('tuple', ['x', 2, null], 't'), 'const t = [x, 2, null]'],
    [line('len', ['x'], 'n'), 'const n = x.length'],
    [line('getitem', ['x'], 'z', { index: [-1, '1:3', { ref: 'i' }] }), 'const z = x.getitem(-1, "1:3", i)'],
    [line('setitem', ['x', 7], undefined, { index: [0] }), 'x.setitem([0], 7)'],
    [line('add', ['net.0.weight.grad.data', 'new'], 'class'), 'const class_ = net.at(0).weight.grad!.data.add(new_)'],
    [line('some_op', ['x'], 'z', { mode: 'a' }), 'const z = torch.some_op(x, { mode: "a" })'],
    [last(op('tuple', ['x', 'y'], 't'), op('getitem', ['t'], 'z', { index: [-1] })), 'const z = t.at(-1)!'],
    [last(op('data.TensorDataset', ['x'], 'd'), op('getitem', ['d'], 'z', { index: [0] })), 'const z = d.at(0)!'],
    [last(op('shape', ['x'], 's'), op('getitem', ['s'], 'z', { index: [0] })), 'const z = s.at(0)!'],
  ])('%s', (written, expected) => {
    expect(written).toBe(expected);
  });
});

test.each([
  [input('int64', [2], [1, '9223372036854775807']), 'torch.tensor([1, 9223372036854775807n])'],
  [input('float32', [2], [1, '-0']), 'torch.tensor([1, -0], { dtype: "float32" })'],
  [
    input('float64', [3], ['NaN', 'Infinity', '-Infinity']),
    'torch.tensor([NaN, Infinity, -Infinity], { dtype: "float64" })',
  ],
  [input('bool', [], true), 'torch.tensor(true)'],
  [input('float32', [2, 0], [[], []]), 'torch.zeros([2, 0])'],
  [input('int64', [0], []), 'torch.zeros([0], { dtype: "int64" })'],
  [{ ...input('float32', [], 1), requires_grad: true }, 'torch.tensor(1, { dtype: "float32", requires_grad: true })'],
])('an input %j', (given, expected) => {
  expect(typescriptOf(caseOf({ inputs: { a: given } }))).toContain(`const a = ${expected};\n`);
});

test('names that are bound in blocks are declared before them, and everything is printed', () => {
  const ops: Step[] = [
    { no_grad: [op('exp', ['x'], 'e')] },
    { repeat: 2, ops: [op('max', ['e'], ['v', 'i'], { dim: 0 }), op('record', ['v'], 'all')] },
    { for: 'row', of: 'x', ops: [op('item', ['row'], 'n')] },
    { for: ['a', 'b'], of: 'x', ops: [] },
    op('tuple', ['x', 'e'], 't'),
    op('data.DataLoader', ['d'], 'l'),
    { for: ['p', 'q'], of: 'l', ops: [] },
    { for: 'batch', of: 'l', ops: [] },
  ];
  const names = {
    all: { dtype: 'float32', shape: [2], data: [1, 2] },
    n: { value: 2 },
    t: { prints: 't' },
    e: { null: true },
  } as const;
  expect(typescriptOf(caseOf({ ops, inputs, names }))).toBe(`// ops/sample/case
// a sample

import { type Tensor, data, torch } from 'tensor-conformance/reference';

const x = torch.tensor([1, 2], { dtype: "float32" });
const y = torch.tensor([1, 2], { dtype: "float32" });
let e!: Tensor;
let v!: Tensor;
let i!: Tensor;
let row!: Tensor;
let n!: any;
let a!: Tensor;
let b!: Tensor;
let p!: Tensor;
let q!: Tensor;
let batch!: any;
const all: Tensor[] = [];
torch.no_grad(() => {
  e = x.exp();
});
for (let n_ = 0; n_ < 2; n_++) {
  ({ values: v, indices: i } = e.max({ dim: 0 }));
  all.push(v.detach().clone());
}
for (let n_ = 0; n_ < x.length; n_++) {
  row = x.getitem(n_);
  n = row.item();
}
for (let n_ = 0; n_ < x.length; n_++) {
  a = x.getitem(n_, 0);
  b = x.getitem(n_, 1);
}
const t = [x, e];
const l = new data.DataLoader(d);
for ([p, q] of l) {
}
for (batch of l) {
}

console.log(String(torch.stack(all)));
// float32 [2] [1,2]
console.log(n);
// 2
console.log(\`[\${t.join(', ')}]\`);
// t
console.log(String(e));
// nothing
`);
});

test('what is tried is caught without a word', () => {
  const ops: Step[] = [{ try: [op('mm', ['x', 'y'], 'm')] }, op('exp', ['x'], 'e')];
  expect(typescriptOf(caseOf({ ops, inputs, names: { e: { null: true } } }))).toContain(`let m!: Tensor;
try {
  m = torch.mm(x, y);
} catch {}
const e = x.exp();
`);
});

test('an error is caught and told with the kind that is due', () => {
  const error = { kind: 'shape_mismatch', op: 0 } as const;
  const text = typescriptOf(caseOf({ inputs, ops: [op('dot', ['x', 'y'], 'd')], expected: { names: {}, error } }));
  expect(text).toContain(`try {
  const d = torch.dot(x, y);
} catch (error) {
  console.log((error as TensorError).kind, '(expected: shape_mismatch)', (error as TensorError).message);
}
`);
  expect(text).toContain("import { TensorError, torch } from 'tensor-conformance/reference';");
});
