import { describe, expect, test } from 'vitest';
import type { TensorValue } from '../values/case.ts';
import { FakeError, functional, tape } from './fake/fake-library.ts';
import { elements, op, run, vector } from './fake/sample.ts';

const x = vector(1, 2, 3);

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

describe('a block that is tried', () => {
  const short = vector(1);
  const bad = op('add', ['x', 'short'], { out: 'never' });
  const told = op('add_', ['went_on', 1]);
  const inputs = { x, short, went_on: vector(0) };

  test.each([tape, functional])('ends where an op raises, and the case goes on: $name', async (adapter) => {
    const ops = [
      { try: [op('add', ['x', 1], { out: 'before' }), { repeat: 2, ops: [bad, told] }] },
      { try: [told] },
      op('add', ['x', 2], { out: 'after' }),
    ];
    expect(await elements(adapter, { inputs, ops, observe: ['before', 'after', 'went_on'] })).toEqual([
      [2, 3, 4],
      [3, 4, 5],
      [1],
    ]);
  });

  test('leaves recording as it was', async () => {
    const ops = [
      { try: [{ no_grad: [bad] }] },
      op('mul', ['x', 'x'], { out: 'y' }),
      op('sum', ['y'], { out: 's' }),
      op('backward', ['s']),
    ];
    const leaf = { ...inputs, x: { ...x, requires_grad: true as const } };
    for (const adapter of [tape, functional])
      expect(await elements(adapter, { inputs: leaf, ops, observe: ['x.grad'] })).toEqual([2, 4, 6]);
  });

  test('makes a lazy library raise where it should', async () => {
    const lazy: typeof tape = {
      ...tape,
      read: (t) => {
        if (t.shape.length === 0) throw new FakeError('late');
        return tape.read(t);
      },
    };
    const ops = [{ try: [op('sum', ['x'], { out: 's' }), told] }];
    expect(await elements(lazy, { inputs, ops, observe: ['went_on'] })).toEqual([0]);
  });

  test('swallows neither what stumbles nor what is lacking', async () => {
    const ops = [{ try: [op('exp', ['x'])] }];
    const exp = (): never => {
      throw new TypeError('y.exp is not a function');
    };
    const stumbling = { ...tape, ops: { ...tape.ops, exp } };
    expect(await run(stumbling, { inputs, ops })).toMatchObject({ status: 'threw', op: [0, 0] });
    expect(await run(tape, { inputs, ops: [{ try: [op('log', ['x'])] }] })).toMatchObject({ status: 'unsupported' });
  });
});

test('what was recorded in several shapes is a sequence, and stacked in one', async () => {
  const ops = [
    op('sum', ['x'], { out: 's' }),
    op('record', ['x'], { out: 'all' }),
    op('record', ['s'], { out: 'all' }),
    { repeat: 2, ops: [op('record', ['s'], { out: 'sums' })] },
  ];
  expect(await elements(functional, { inputs: { x: vector(1, 2) }, ops, observe: ['all', 'sums'] })).toEqual([
    [[1, 2], [3]],
    [3, 3],
  ]);
});
