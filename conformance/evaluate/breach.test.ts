import { describe, expect, test } from 'vitest';
import type { Adapter } from '../adapter/contract.ts';
import type { Step } from '../values/case.ts';
import { evaluate } from './evaluate.ts';
import { type Fake, tape } from './fake/fake-library.ts';
import { elements, op, run, vector } from './fake/sample.ts';

const x = vector(1, 2, 3);
const without = (over: object): Adapter<Fake> => ({ ...tape, ...over });
const wrong = (ops: object): Adapter<Fake> => without({ ops: { ...tape.ops, ...ops } });
const outcome = (adapter: Adapter<Fake>, ops: readonly Step[], observe: readonly string[] = []): Promise<unknown> =>
  run(adapter, { inputs: { x }, ops, observe });

describe('an adapter that breaks its contract ends a case as error', () => {
  test.each([
    [
      'data that does not fill the shape',
      without({ read: () => ({ dtype: 'float32', shape: [2], data: [1] }) }),
      'read returned 1 elements for the shape [2]',
    ],
    [
      'a read without data',
      without({ read: () => ({ dtype: 'float32', shape: [2] }) }),
      'read must return dtype, shape and data',
    ],
    [
      'a shape of text',
      without({ read: () => ({ dtype: 'float32', shape: ['3'], data: [1, 2, 3] }) }),
      'read returned a shape of no numbers: ["3"]',
    ],
    ['no result', wrong({ exp: () => undefined }), 'exp must return a tensor'],
    ['text for a tensor', wrong({ exp: () => 'x' }), 'exp must return a tensor'],
    [
      'tensor that raises',
      without({
        tensor: () => {
          throw new Error('no memory');
        },
      }),
      'tensor raised: no memory',
    ],
    ['tensor that is late', without({ tensor: async () => x }), 'tensor must not return a promise'],
  ])('%s', async (_, adapter, message) => {
    expect(await outcome(adapter, [op('exp', ['x'], { out: 'y' })], ['y'])).toEqual({ status: 'error', message });
  });

  test.each([
    ['numel', 1.5, 'an integer'],
    ['shape', 3, 'a list of integers'],
    ['item', 'x', 'one number'],
    ['tolist', {}, 'host values'],
    ['dtype', 3, 'text'],
    ['is_leaf', 1, 'true or false'],
  ])('%s that gives something else', async (name, result, what) => {
    const adapter = wrong({ [name]: () => result });
    expect(await outcome(adapter, [op(name, ['x'], { out: 'y' })])).toEqual({
      status: 'error',
      message: `${name} must return ${what}`,
    });
  });

  test('one result where two are due', async () => {
    const adapter = wrong({ max: (t: Fake, { dim }: { dim: number }) => (dim === 0 ? t : undefined) });
    expect(await outcome(adapter, [op('max', ['x'], { with: { dim: 0 }, out: ['v', 'i'] })])).toEqual({
      status: 'error',
      message: 'max must return a list of 2 results',
    });
  });

  test('no list of gradients', async () => {
    const adapter = wrong({ 'autograd.grad': (t: Fake) => t });
    expect(await outcome(adapter, [op('autograd.grad', ['x', ['x']])])).toMatchObject({ status: 'error' });
  });
});

describe('a shape that its elements do not fill is for the judge, where the library made it', () => {
  test.each([[[2, 2]], [[]], [[Number.NaN]], [[-3, -1]], [[1.5, 2]]])('%j', async (shape) => {
    const adapter = wrong({ exp: (t: Fake) => ({ ...t, shape }) });
    expect(await outcome(adapter, [op('exp', ['x'], { out: 'y' })], ['x', 'y'])).toMatchObject({
      status: 'result',
      values: { x: { shape: [3] }, y: { shape, data: { length: 3 } } },
    });
    expect(await outcome(adapter, [op('exp', ['x'], { out: 'y' })])).toMatchObject({ status: 'result' });
  });
});

test('a host number for a 0-d tensor is accepted, and marked', async () => {
  const adapter = wrong({ sum: () => 6 });
  expect(await outcome(adapter, [op('sum', ['x'], { out: 's' })], ['s'])).toMatchObject({
    values: { s: { shape: [], data: [6], host: true } },
  });
  expect(
    await elements(wrong({ sum: () => true }), {
      inputs: { x },
      ops: [op('sum', ['x'], { out: 's' })],
      observe: ['s'],
    }),
  ).toEqual([true]);
});

describe('a case that says what the format does not allow ends as error', () => {
  test.each([
    ['a name that nothing is bound to', [op('exp', ['nothing'])], 'no value is named nothing'],
    ['more names than results', [op('tuple', ['x', 'x'], { out: ['a'] })], 'tuple gives 2 results, and 1 are named'],
    ['names for one result', [op('exp', ['x'], { out: ['a', 'b'] })], 'exp gives 1 results, and 2 are named'],
    [
      'a list index out of range',
      [op('tuple', ['x'], { out: 't' }), op('getitem', ['t'], { with: { index: [4] } })],
      'a list has no item 4',
    ],
    ['a number that is asked for its length', [op('len', [3])], 'a host has no length'],
    ['a number that is indexed', [op('getitem', [3], { with: { index: [0] } })], 'a host has no items'],
    [
      'a number that is iterated',
      [op('numel', ['x'], { out: 'n' }), { for: 'i', of: 'n', ops: [] }],
      'a host cannot be iterated',
    ],
    [
      'a path that goes on after a number',
      [op('numel', ['x'], { out: 'n' }), op('exp', ['n.grad'])],
      'a path goes on with grad after a host',
    ],
    ['a path that no tensor has', [op('exp', ['x.weight'])], 'no path of a tensor goes on with weight'],
    [
      'text for a number',
      [op('dtype', ['x'], { out: 'd' }), op('tuple', ['d'], { out: 't' }), op('backward', ['t'])],
      'backward needs a tensor, not a sequence',
    ],
    ['a record of a number', [op('record', [3], { out: 'r' })], 'record needs a tensor, not a host'],
    ['a module that is none', [op('call', ['x'])], 'call needs a module'],
    ['a step without an optimizer', [op('step', ['x'])], 'step needs an optimizer'],
    ['a next without a loader', [op('next', ['x'])], 'next needs a loader'],
    ['an optimizer of a tensor', [op('optim.SGD', ['x'], { with: { lr: 1 } })], 'optim.SGD needs a list of parameters'],
  ] as [string, Step[], string][])('%s', async (_, ops, message) => {
    expect(await outcome(wrong({ dtype: () => 'float32' }), ops)).toEqual({ status: 'error', message });
  });

  test('an optimizer that is observed', async () => {
    const adapter = without({ optim: { 'optim.SGD': () => ({ step: () => {} }) } });
    const ops = [op('optim.SGD', [['x']], { with: { lr: 1 }, out: 'o' })];
    expect(await outcome(adapter, ops, ['o'])).toMatchObject({ message: 'a optimizer cannot be observed' });
  });
});

test('a print that gives no text ends the case as error', async () => {
  const adapter = without({ print: () => 5 });
  const request = { inputs: { x }, ops: [], observe: [] };
  expect(await evaluate(adapter, { id: 'a', ...request, observe: [{ name: 'x', prints: true }] })).toEqual({
    status: 'error',
    message: 'print must return text',
  });
});

test.each([
  ['an object without a prototype', Object.create(null)],
  ['an error whose message is an object', Object.assign(new Error(), { message: { code: 5 } })],
  ['a symbol', Symbol('no')],
])('a library may throw %s', async (_, thrown) => {
  const adapter = wrong({
    exp: () => {
      throw thrown;
    },
  });
  expect(await outcome(adapter, [op('exp', ['x'])])).toMatchObject({ status: 'threw', message: expect.any(String) });
});

test('a library may give every object another property that is listed', async () => {
  const adapter = without({ ops: { exp: tape.ops.exp } });
  const clone = { value: () => 0, enumerable: true, configurable: true, writable: true };
  Object.defineProperty(Object.prototype, 'clone', clone);
  const ended = [];
  try {
    ended.push(await outcome(adapter, [op('exp', ['x'], { out: 'y' })], ['y']));
    ended.push(await outcome(adapter, [op('clone', ['x'])]));
  } finally {
    Reflect.deleteProperty(Object.prototype, 'clone');
  }
  expect(ended).toMatchObject([{ status: 'result' }, { status: 'unsupported', what: 'op clone' }]);
});
