import { describe, expect, test } from 'vitest';
import { type Adapter, unsupported } from '../adapter/contract.ts';
import type { TensorValue } from '../case.ts';
import { evaluate, start } from './evaluate.ts';
import { type Fake, FakeError, functional, tape } from './fake-library.ts';
import { elements, op, run, vector } from './sample.ts';

const x = vector(1, 2, 3);
const raise = (message: string): never => {
  throw new FakeError(message);
};

describe.each([tape, functional])('ops on $name', (adapter) => {
  test('run in order, on names and numbers', async () => {
    const ops = [op('add', ['x', 1], { out: 'y' }), op('mul', ['y', 'x'], { out: 'z' })];
    expect(await run(adapter, { inputs: { x }, ops, observe: ['z'] })).toMatchObject({
      status: 'result',
      values: { z: { kind: 'tensor', dtype: 'float32', shape: [3], data: [2, 6, 12] } },
    });
  });

  test('take lists of operands', async () => {
    const ops = [op('cat', [['x', 'x']], { out: 'y' })];
    expect(await elements(adapter, { inputs: { x }, ops, observe: ['y'] })).toEqual([1, 2, 3, 1, 2, 3]);
  });

  test('give host values, which options and operands may refer to', async () => {
    const ops = [
      op('shape', ['x'], { out: 's' }),
      op('numel', ['x'], { out: 'n' }),
      op('zeros', [], { with: { size: { ref: 's' } }, out: 'z' }),
      op('add', ['z', 'n'], { out: 'y' }),
      op('getitem', ['s'], { with: { index: [0] }, out: 'first' }),
      op('len', ['s'], { out: 'rank' }),
    ];
    const observe = ['s', 'n', 'y', 'first', 'rank'];
    expect(await elements(adapter, { inputs: { x }, ops, observe })).toEqual([[3], 3, [3, 3, 3], 3, 1]);
  });

  test('iterate: repeat, rows of a tensor, lists of the host', async () => {
    const m: TensorValue = {
      dtype: 'float32',
      shape: [2, 2],
      data: [
        [1, 2],
        [3, 4],
      ],
    };
    const ops = [
      op('clone', ['y0'], { out: 'y' }),
      { repeat: 2, ops: [op('add', ['y', 1], { out: 'y' })] },
      { for: 'r', of: 'm', ops: [op('add', ['y', 'r'], { out: 'y' }), op('record', ['y'], { out: 'steps' })] },
      op('shape', ['m'], { out: 's' }),
      { for: 'n', of: 's', ops: [op('add', ['y', 'n'], { out: 'y' })] },
      op('tuple', ['y', 'y'], { out: 't' }),
      op('list', ['t'], { out: 'l' }),
      { for: ['a', 'b'], of: 'l', ops: [op('add', ['a', 'b'], { out: 'both' })] },
    ];
    const sample = { inputs: { m, y0: vector(0, 0) }, ops, observe: ['y', 'steps', 'both', 't'] };
    expect(await elements(adapter, sample)).toEqual([
      [10, 12],
      [3, 4, 6, 8],
      [20, 24],
      [
        [10, 12],
        [10, 12],
      ],
    ]);
    expect(await run(adapter, { ...sample, observe: ['steps'] })).toMatchObject({
      values: { steps: { shape: [2, 2] } },
    });
  });

  test('unpack several results, and skip one', async () => {
    const ops = [op('tuple', ['x', 'x', 1], { out: ['a', null, 'c'] })];
    expect(await elements(adapter, { inputs: { x }, ops, observe: ['a', 'c'] })).toEqual([[1, 2, 3], 1]);
  });

  test('raise at their place in blocks, and what other names held is told', async () => {
    const ops = [
      op('add', ['x', 1], { out: 'y' }),
      { no_grad: [op('clone', ['x'], { out: 'c' }), op('add', ['x', 'short'], { out: 'z' })] },
    ];
    const outcome = await run(adapter, { inputs: { x, short: vector(1) }, ops, observe: ['y', 'z'] });
    expect(outcome).toMatchObject({ status: 'threw', op: [1, 1], message: 'add: shapes 3 and 1' });
    expect(outcome).toHaveProperty('values.y');
    expect(outcome).not.toHaveProperty('values.z');
  });
});

describe('what a library lacks', () => {
  const one = (adapter: Adapter<Fake>, ...ops: Parameters<typeof op>[]): Promise<unknown> =>
    run(adapter, { inputs: { x }, ops: ops.map((args) => op(...args)), observe: ['x'] });

  test('is an op that it does not list, or that nobody knows', async () => {
    expect(await one(tape, ['log', ['x']])).toEqual({ status: 'unsupported', what: 'op log' });
    expect(await one(tape, ['frobnicate', ['x']])).toEqual({ status: 'unsupported', what: 'op frobnicate' });
  });
  test('is an option that it did not read', async () => {
    expect(await one(tape, ['sum', ['x'], { with: { dim: 0, keepdim: true } }])).toEqual({
      status: 'unsupported',
      what: 'option sum.keepdim',
    });
  });
  test('is a dtype that it does not declare, of an input or an option', async () => {
    const inputs = { x: { ...x, dtype: 'float64' as const } };
    expect(await run(tape, { inputs, ops: [] })).toEqual({ status: 'unsupported', what: 'dtype float64' });
    expect(await one(tape, ['zeros', [], { with: { size: [1], dtype: 'uint8' } }])).toMatchObject({
      what: 'dtype uint8',
    });
  });
  test('is what it says itself, even through another copy of the contract', async () => {
    const saying = (error: () => never): Adapter<Fake> => ({ ...tape, ops: { exp: error } });
    expect(
      await one(
        saying(() => unsupported('exp of anything')),
        ['exp', ['x']],
      ),
    ).toMatchObject({ what: 'exp of anything' });
    const foreign = Object.assign(new Error('x'), { name: 'Unsupported', what: 'it' });
    const throwing = saying(() => {
      throw foreign;
    });
    expect(await one(throwing, ['exp', ['x']])).toEqual({ status: 'unsupported', what: 'it' });
  });
  test('is a result that it gives as undefined, once the case uses it', async () => {
    const ops = [op('max', ['x'], { with: { dim: 0 }, out: ['v', 'i'] })];
    expect(await elements(tape, { inputs: { x }, ops, observe: ['v'] })).toEqual([1, 2, 3]);
    expect(await run(tape, { inputs: { x }, ops, observe: ['i'] })).toEqual({
      status: 'unsupported',
      what: 'result max.indices',
    });
    const used = [...ops, op('exp', ['i'])];
    expect(await run(tape, { inputs: { x }, ops: used })).toMatchObject({ what: 'result max.indices' });
  });
});

describe('dtypes', () => {
  const ints = (...data: (number | string)[]): TensorValue => ({ dtype: 'int64', shape: [data.length], data });
  test('are substituted as declared, and that is told', async () => {
    expect(await run(tape, { inputs: { x: ints(1, 2) }, ops: [], observe: ['x'] })).toMatchObject({
      values: { x: { dtype: 'int32', data: [1, 2] } },
      substituted: { int64: 'int32' },
    });
  });
  test('that stand in for another make a case unsupported beyond their range', async () => {
    expect(await run(tape, { inputs: { x: ints('9223372036854775807') }, ops: [] })).toEqual({
      status: 'unsupported',
      what: 'int64 beyond the range of int32',
    });
  });
});

describe('a library that must be waited for', () => {
  const later: Adapter<Fake> = {
    ...tape,
    read: async (t) => tape.read(t),
    ops: { ...tape.ops, add: async (a, b, o) => tape.ops.add!(a, b, o) },
  };
  test('gives what it gives at once', async () => {
    const ops = [op('add', ['x', 1], { out: 'y' }), op('add', ['y', 'y'], { out: 'z' })];
    expect(await elements(later, { inputs: { x }, ops, observe: ['z'] })).toEqual([4, 6, 8]);
  });
  test('raises where it raises at once', async () => {
    const ops = [op('clone', ['x']), op('add', ['x', 's'])];
    const inputs = { x, s: vector(1) };
    expect(await run(later, { inputs, ops })).toMatchObject({ status: 'threw', op: [1] });
  });
  test('counts what only reading raises at the op that made the value', async () => {
    const lazy: Adapter<Fake> = {
      ...tape,
      read: (t) => (t.shape.length === 1 ? tape.read(t) : Promise.reject(new FakeError('late'))),
    };
    const ops = [op('sum', ['x'], { out: 's' }), op('clone', ['x'], { out: 'c' })];
    const outcome = await run(lazy, { inputs: { x }, ops, observe: ['c', 's'] });
    expect(outcome).toMatchObject({ status: 'threw', op: [0], late: true, message: 'late' });
    expect(outcome).toHaveProperty('values.c');
  });
  test('is made to compute the last op where nothing is observed', async () => {
    const lazy: Adapter<Fake> = {
      ...tape,
      read: () => {
        throw new FakeError('late');
      },
    };
    expect(await run(lazy, { inputs: { x }, ops: [op('exp', ['x'])] })).toMatchObject({ status: 'threw', late: true });
  });
  test('may not be waited for under noGrad', async () => {
    expect(await run(later, { inputs: { x }, ops: [{ no_grad: [op('add', ['x', 1])] }] })).toEqual({
      status: 'error',
      message: 'add returned a promise under noGrad',
    });
  });
});

describe('an adapter', () => {
  test('is started once', async () => {
    let count = 0;
    const adapter: Adapter<Fake> = { ...tape, init: async () => void count++ };
    await start(adapter);
    await Promise.all([run(adapter, { ops: [] }), run(adapter, { ops: [] })]);
    expect(count).toBe(1);
  });
  test('that cannot start rejects', async () => {
    const adapter: Adapter<Fake> = { ...tape, init: () => Promise.reject(new Error('no backend')) };
    await expect(evaluate(adapter, { id: 'x', inputs: {}, ops: [], observe: [] })).rejects.toThrow('no backend');
  });
  test('has each case in its scope, and each tensor disposed of once', async () => {
    const made: Fake[] = [];
    let scopes = 0;
    const adapter: Adapter<Fake> = {
      ...tape,
      scope: (go) => {
        scopes++;
        return go();
      },
      dispose: (t) => {
        t.disposed++;
        made.push(t);
      },
    };
    await run(adapter, { inputs: { x }, ops: [op('exp', ['x'], { out: 'y' }), op('add_', ['y', 1])], observe: ['y'] });
    expect(scopes).toBe(1);
    expect(made.map((t) => t.disposed)).toEqual([1, 1]);
  });
  test('that raises where nobody expects it ends a case as error', async () => {
    const dispose = (): never => raise('lost');
    const scope = (): never => raise('closed');
    expect(await run({ ...tape, dispose }, { inputs: { x }, ops: [] })).toEqual({
      status: 'error',
      message: 'dispose raised: lost',
    });
    const classifyError = (): never => raise('no code');
    const inputs = { x, s: vector(1) };
    expect(await run({ ...tape, classifyError }, { inputs, ops: [op('add', ['x', 's'])] })).toEqual({
      status: 'error',
      message: 'classifyError raised: no code',
    });
    expect(await run({ ...tape, scope }, { ops: [] })).toEqual({ status: 'error', message: 'scope raised: closed' });
  });
  test('may give kinds to its errors', async () => {
    const adapter: Adapter<Fake> = {
      ...tape,
      classifyError: (e) => (e instanceof FakeError ? 'shape_mismatch' : undefined),
    };
    const inputs = { x, s: vector(1) };
    expect(await run(adapter, { inputs, ops: [op('add', ['x', 's'])] })).toMatchObject({ kind: 'shape_mismatch' });
  });
  test('may print, and hosts print as in Python', async () => {
    const adapter: Adapter<Fake> = { ...tape, print: (t) => `fake(${t.data})` };
    const ops = [
      op('shape', ['x'], { out: 's' }),
      op('tuple', ['x'], { out: 't' }),
      op('list', ['x', 2], { out: 'l' }),
    ];
    const observe = ['x', 's', 't', 'l'].map((name) => ({ name, prints: true as const }));
    expect(await evaluate(adapter, { id: 'p', inputs: { x }, ops, observe })).toMatchObject({
      values: {
        x: { prints: 'fake(1,2,3)' },
        s: { prints: 'torch.Size([3])' },
        t: { prints: '(fake(1,2,3),)' },
        l: { prints: '[fake(1,2,3), 2]' },
      },
    });
    expect(await evaluate(tape, { id: 'p', inputs: { x }, ops, observe })).not.toHaveProperty('values.x.prints');
  });
  test('has its composed ops counted', async () => {
    const adapter: Adapter<Fake> = { ...tape, ops: {}, composed: { exp: tape.ops.exp! } };
    expect(await run(adapter, { inputs: { x }, ops: [op('exp', ['x'])] })).toMatchObject({ composed: ['exp'] });
  });
});
