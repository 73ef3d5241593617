import { describe, expect, test } from 'vitest';
import type { Accuracy } from '../compare/bound.ts';
import type { Page } from '../pages/page.ts';
import { pages } from '../pages/pages.gen.ts';
import type { Case, Dtype, Step } from '../values/case.ts';
import { accuracyOf } from './accuracy.ts';
import { trace } from './provenance.ts';
import { caseOf, input, op } from './sample.ts';

const page = (own: Page['accuracy']): Accuracy => ({ page: own as { ulp: number } });
const own = (name: string): Accuracy => {
  const accuracy = pages[name]!.accuracy as Partial<Record<Dtype, { ulp: number }>>;
  return page(accuracy.float32!);
};
const inputs: Case['inputs'] = {
  x: input('float32', [2], [1, 2]),
  y: input('float32', [2], [1, 2]),
  i: input('int64', [2], [1, 2]),
};
const of = (path: string, ops: readonly Step[], dtype: Dtype = 'float32'): Accuracy =>
  accuracyOf(trace(caseOf({ inputs, ops }), pages)(path), dtype);

describe('exact', () => {
  test.each<[string, Step[], string]>([
    ['an input', [], 'x'],
    ['what only moves data', [op('reshape', ['x'], 'r', { shape: [2, 1] }), op('cat', [['r', 'r']], 'c')], 'c'],
    ['a name that is unknown', [], 'other'],
    ['an op without a page', [op('no_such_op', ['x'], 'z')], 'z'],
    [
      'ints that were summed and then converted',
      [op('sum', ['i'], 's'), op('to', ['s'], 'f', { dtype: 'float32' })],
      'f',
    ],
    [
      'what was compared and then chosen',
      [op('exp', ['x'], 'e'), op('gt', ['e', 'y'], 'b'), op('where', ['b', 'x', 'y'], 'w')],
      'w',
    ],
    [
      'an exact part of a tuple',
      [op('exp', ['x'], 'e'), op('tuple', ['x', 'e'], 't'), op('getitem', ['t'], 'p', { index: [0] })],
      'p',
    ],
    ['the data of a leaf', [], 'x.data'],
    [
      'a batch of the data',
      [
        op('data.TensorDataset', ['x', 'y'], 'd'),
        op('data.DataLoader', ['d'], 'l', { batch_size: 2 }),
        op('next', ['l'], ['a', 'b']),
      ],
      'a',
    ],
  ])('%s', (_what, ops, path) => {
    expect(of(path, ops)).toBe('exact');
  });

  test('ints and bools, however they were made', () => {
    expect(of('s', [op('exp', ['x'], 'e'), op('exp', ['e'], 's')], 'int64')).toBe('exact');
  });
});

describe('the page of the one op that is not exact', () => {
  test.each<[string, Step[], string, string]>([
    ['alone', [op('exp', ['x'], 'e')], 'e', 'exp'],
    [
      'after and before data movement',
      [op('T', ['x'], 't'), op('exp', ['t'], 'e'), op('clone', ['e'], 'c')],
      'c',
      'exp',
    ],
    ['of ints that were summed', [op('sum', ['i'], 's'), op('div', ['i', 's'], 'q')], 'q', 'div'],
    ['in place', [op('add_', ['x', 'y'])], 'x', 'add'],
    ['in place through a view', [op('view', ['x'], 'v', { size: [2] }), op('mul_', ['v', 2])], 'x', 'mul'],
    [
      'written to out',
      [op('zeros', [], 'b', { size: [2] }), op('matmul', ['x', 'y'], undefined, { out: { ref: 'b' } })],
      'b',
      'matmul',
    ],
    ['reached on two ways', [op('exp', ['x'], 'e'), op('stack', [['e', 'e']], 's')], 's', 'exp'],
    [
      'as a part of a tuple',
      [op('exp', ['x'], 'e'), op('tuple', ['x', 'e'], 't'), op('getitem', ['t'], 'p', { index: [-1] })],
      'p',
      'exp',
    ],
    [
      'of a module',
      [op('nn.Linear', [], 'n', { in_features: 2, out_features: 1 }), op('call', ['n', 'x'], 'o')],
      'o',
      'call',
    ],
    ['each of several results', [op('exp', ['x'], 'e'), op('max', ['e'], ['v', null], { dim: 0 })], 'v', 'exp'],
    ['in a loop that runs once', [{ repeat: 1, ops: [op('exp', ['x'], 'e')] }], 'e', 'exp'],
    ['under no_grad', [{ no_grad: [op('exp', ['x'], 'e')] }], 'e', 'exp'],
    ['read by the host', [op('exp', ['x'], 'e'), op('tolist', ['e'], 'l')], 'l', 'exp'],
  ])('%s', (_what, ops, path, name) => {
    expect(of(path, ops)).toEqual(own(name));
  });

  test('a dtype that the page does not name is judged as several', () => {
    const plain = { ...pages, exp: { ...pages.exp!, accuracy: { float32: { ulp: 2 } } } };
    const cell = trace(caseOf({ inputs, ops: [op('exp', ['x'], 'e')] }), plain)('e');
    expect(accuracyOf(cell, 'bfloat16')).toBe('several');
  });

  test('a page may name no dtype at all', () => {
    const plain = { ...pages, exp: { ...pages.exp!, accuracy: { ulp: 3 } } };
    const cell = trace(caseOf({ inputs, ops: [op('exp', ['x'], 'e')] }), plain)('e');
    expect(accuracyOf(cell, 'float16')).toEqual({ page: { ulp: 3 } });
    const mixed = { ...pages, exp: { ...pages.exp!, accuracy: { float16: 'exact' } as const } };
    expect(accuracyOf(trace(caseOf({ inputs, ops: [op('exp', ['x'], 'e')] }), mixed)('e'), 'float16')).toBe('exact');
  });
});

describe('several', () => {
  const net = [op('nn.Linear', [], 'l', { in_features: 2, out_features: 1 }), op('nn.Sequential', ['l'], 'n')];
  const trained = [...net, op('parameters', ['n'], 'p'), op('optim.SGD', ['p'], 'o', { lr: 0.1 }), op('step', ['o'])];
  test.each<[string, Step[], string]>([
    ['two ops', [op('exp', ['x'], 'e'), op('log', ['e'], 'l')], 'l'],
    ['one op twice', [op('exp', ['x'], 'e'), op('exp', ['y'], 'f'), op('cat', [['e', 'f']], 'c')], 'c'],
    ['one op in a loop', [{ repeat: 3, ops: [op('mul_', ['x', 0.1])] }], 'x'],
    ['one op for each row', [{ for: 'r', of: 'x', ops: [op('exp', ['r'], 'e'), op('record', ['e'], 'all')] }], 'all'],
    [
      'over a host list',
      [op('list', ['x', 'y'], 'l'), { for: 'r', of: 'l', ops: [op('exp', ['r'], 'e'), op('record', ['e'], 'all')] }],
      'all',
    ],
    ['a gradient', [op('sum', ['x'], 's'), op('backward', ['s'])], 'x.grad'],
    ['what is computed from a gradient', [op('reshape', ['x.grad'], 'g', { shape: [1, 2] })], 'g'],
    ['a gradient as a function', [op('autograd.grad', ['s', ['x']], ['g'])], 'g'],
    ['a parameter after a step', trained, 'n.0.weight'],
    ['a layer by its own name after a step', trained, 'l.weight'],
    [
      'loaded from several ops',
      [
        op('exp', ['x'], 'e'),
        op('exp', ['e'], 'f'),
        ...net,
        op('load_state_dict', ['n'], undefined, { state_dict: { '0.weight': { ref: 'f' } } }),
      ],
      'n.0.weight',
    ],
    ['a tuple as a whole', [op('exp', ['x'], 'e'), op('log', ['x'], 'l'), op('tuple', ['e', 'l'], 't')], 't'],
  ])('%s', (_what, ops, path) => {
    expect(of(path, ops)).toBe('several');
  });
});

test('the dtype of a result is followed as far as tolerances need it', () => {
  const dtypes = (...ops: Step[]) => {
    const at = trace(
      caseOf({ inputs: { ...inputs, d: input('float64', [2], [1, 2]), h: input('float16', [1], [1]) }, ops }),
      pages,
    );
    return at('z').dtype;
  };
  expect(dtypes(op('add', ['x', 'd'], 'z'))).toBe('float64');
  expect(dtypes(op('add', ['i', { float: 1 }], 'z'))).toBe('float32');
  expect(dtypes(op('add', ['i', 1], 'z'))).toBe('int64');
  expect(dtypes(op('div', ['i', 2], 'z'))).toBe('float32');
  expect(dtypes(op('exp', ['i'], 'z'))).toBe('float32');
  expect(dtypes(op('exp', ['d'], 'z'))).toBe('float64');
  expect(dtypes(op('softmax', ['h'], 'z'))).toBe('float16');
  expect(dtypes(op('softmax', ['h'], 'z', { dim: 0, dtype: 'float64' }))).toBe('float64');
  expect(dtypes(op('argmax', ['x'], 'z'))).toBe('int64');
  expect(dtypes(op('sum', ['i'], 'z'))).toBe('int64');
  expect(dtypes(op('sum', ['d'], 'z'))).toBe('float64');
  expect(dtypes(op('tensor', [[1, 2]], 'z'))).toBe('int64');
  expect(dtypes(op('tensor', [[true]], 'z'))).toBe('bool');
  expect(dtypes(op('tensor', [[1, { float: 2 }]], 'z'))).toBe('float32');
  expect(dtypes(op('tensor', [[]], 'z'))).toBe('float32');
  expect(dtypes(op('tensor', [[{ int: '9223372036854775807' }]], 'z'))).toBe('int64');
  expect(dtypes(op('randn', [], 'z', { size: [2] }))).toBe('float32');
  expect(dtypes(op('zeros', [], 'z', { size: [2], dtype: 'int64' }))).toBe('int64');
});
