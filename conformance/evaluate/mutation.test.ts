import { describe, expect, test } from 'vitest';
import type { Adapter } from '../adapter/contract.ts';
import type { Request } from '../values/case.ts';
import { Fake, functional, tape } from './fake/fake-library.ts';
import { elements, leaf, op, run, vector } from './fake/sample.ts';

const inputs: Request['inputs'] = { x: vector(1, 2, 3) };

describe.each([tape, functional])('writing on $name', (adapter) => {
  test('changes the tensor under all its names', async () => {
    const ops = [op('add_', ['x', 1], { out: 'same' }), op('add_', ['same', 1])];
    expect(await elements(adapter, { inputs, ops, observe: ['x', 'same'] })).toEqual([
      [3, 4, 5],
      [3, 4, 5],
    ]);
  });
  test('leaves a copy as it was', async () => {
    const ops = [op('clone', ['x'], { out: 'c' }), op('add_', ['x', 1])];
    expect(await elements(adapter, { inputs, ops, observe: ['x', 'c'] })).toEqual([
      [2, 3, 4],
      [1, 2, 3],
    ]);
  });
  test('through x.data changes x, a leaf too', async () => {
    const ops = [op('add_', ['w.data', 1])];
    expect(await elements(adapter, { inputs: { w: leaf(1) }, ops, observe: ['w'] })).toEqual([2]);
  });
  test('under no_grad changes a leaf, which stays one', async () => {
    const ops = [{ no_grad: [op('add_', ['w', 1])] }, op('sum', ['w'], { out: 's' }), op('backward', ['s'])];
    expect(await elements(adapter, { inputs: { w: leaf(1, 2) }, ops, observe: ['w', 'w.grad'] })).toEqual([
      [2, 3],
      [1, 1],
    ]);
  });
});

describe('tensors that can be written to', () => {
  test('are seen through views', async () => {
    const ops = [
      op('reshape', ['x'], { with: { shape: [3, 1] }, out: 'v' }),
      op('setitem', ['v', 9], { with: { index: [0] } }),
    ];
    expect(await elements(tape, { inputs, ops, observe: ['x'] })).toEqual([9, 2, 3]);
  });
  test('take results into out', async () => {
    const adapter: Adapter<Fake> = {
      ...tape,
      ops: { ...tape.ops, matmul: (a, _, { out }) => Object.assign(out!, { data: [...a.data] }) },
    };
    const ops = [op('matmul', ['x', 'x'], { with: { out: { ref: 'b' } }, out: 'y' })];
    expect(await elements(adapter, { inputs: { ...inputs, b: vector(0, 0, 0) }, ops, observe: ['b', 'y'] })).toEqual([
      [1, 2, 3],
      [1, 2, 3],
    ]);
  });
});

describe('tensors that cannot be written to', () => {
  const view = op('reshape', ['x'], { with: { shape: [3, 1] }, out: 'v' });
  const views = { status: 'unsupported', what: 'feature views' };

  test('cannot be seen through views', async () => {
    expect(await run(functional, { inputs, ops: [view, op('add_', ['x', 1])], observe: ['v'] })).toEqual(views);
    expect(await run(functional, { inputs, ops: [view, op('add_', ['v', 1])], observe: ['x'] })).toEqual(views);
  });
  test('may have had views that nobody reads any more', async () => {
    expect(await elements(functional, { inputs, ops: [view, op('add_', ['x', 1])], observe: ['x'] })).toEqual([
      2, 3, 4,
    ]);
  });
  test('may be replaced by what setitem returns, but must be by something', async () => {
    const ops = [op('setitem', ['x', 9], { with: { index: [0] } })];
    const replacing: Adapter<Fake> = {
      ...functional,
      ops: { setitem: (t, v, { index: [i] }) => new Fake(t.data.with(i as number, v as number), t.shape) },
    };
    expect(await elements(replacing, { inputs, ops, observe: ['x'] })).toEqual([9, 2, 3]);
    const silent: Adapter<Fake> = { ...functional, ops: { setitem: (_t, _v, o) => void o.index } };
    expect(await run(silent, { inputs, ops })).toEqual({ status: 'error', message: 'setitem must return a tensor' });
  });
  test('are not what PyTorch has, if the op itself changes dtype or shape', async () => {
    const ops = [op('add_', ['n', 'x'])];
    const ints = { dtype: 'int32', shape: [3], data: [1, 2, 3] } as const;
    expect(await run(functional, { inputs: { ...inputs, n: ints }, ops })).toEqual({
      status: 'unsupported',
      what: 'in-place add_',
    });
    expect(
      await run(functional, { inputs: { ...inputs, n: { ...ints, dtype: 'float32', shape: [], data: 1 } }, ops }),
    ).toEqual({
      status: 'unsupported',
      what: 'in-place add_',
    });
  });
  test('take results into out by rebinding', async () => {
    const adapter: Adapter<Fake> = {
      ...functional,
      ops: { matmul: (a) => new Fake([...a.data, 0], [a.data.length + 1]) },
    };
    const ops = [op('matmul', ['x', 'x'], { with: { out: { ref: 'b' } }, out: 'y' })];
    expect(await elements(adapter, { inputs: { ...inputs, b: vector(0) }, ops, observe: ['b'] })).toEqual([1, 2, 3, 0]);
  });
  test('lack an in-place op that neither it nor its plain form is there for', async () => {
    expect(await run(functional, { inputs, ops: [op('fill_', ['x', 1])] })).toMatchObject({ what: 'op fill_' });
  });
  test('hide no write to a leaf', async () => {
    expect(await run(functional, { inputs: { w: leaf(1) }, ops: [op('add_', ['w', 1])] })).toEqual({
      status: 'unsupported',
      what: 'feature autograd.tape: a leaf is written to',
    });
  });
});

test('a library that writes and differentiates functions is not asked for both at once', async () => {
  const adapter: Adapter<Fake> = { ...functional, mutation: 'in-place', ops: tape.ops };
  const ops = [op('add', ['w', 1], { out: 'y' }), op('add_', ['y', 1])];
  expect(await run(adapter, { inputs: { w: leaf(1) }, ops })).toMatchObject({ status: 'unsupported' });
  const constant = [
    op('mul', ['w', 'c'], { out: 'y' }),
    op('add_', ['c', 1]),
    op('sum', ['y'], { out: 's' }),
    op('backward', ['s']),
  ];
  expect(await run(adapter, { inputs: { w: leaf(1), c: vector(1) }, ops: constant })).toEqual({
    status: 'unsupported',
    what: 'feature autograd.tape: a recorded tensor was written to',
  });
});
