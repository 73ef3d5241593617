import { describe, expect, test } from 'vitest';
import { type Adapter, unsupported } from '../adapter/contract.ts';
import type { TensorValue } from '../values/case.ts';
import { type Fake, tape } from './fake/fake-library.ts';
import { elements, op, run, vector } from './fake/sample.ts';

const x = vector(1, 2, 3);

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
      options: [{ op: 'sum', option: 'keepdim' }],
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
  test('is not what it has answered: read says what there is', async () => {
    const adapter: Adapter<Fake> = { ...tape, read: () => unsupported('0-d tensors') };
    expect(await one(adapter, ['exp', ['x']])).toEqual({
      status: 'error',
      message: 'read says unsupported (0-d tensors) of what the library answered',
    });
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
  test('are told of only where they may have been substituted, an error too', async () => {
    expect(
      await run(tape, { inputs: { x }, ops: [op('exp', ['x'], { out: 'y' })], observe: ['y'] }),
    ).not.toHaveProperty('substituted');
    const inputs = { x, n: ints(1, 2) };
    expect(await run(tape, { inputs, ops: [op('add', ['x', 'n'])], observe: ['n'] })).toMatchObject({
      status: 'threw',
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
