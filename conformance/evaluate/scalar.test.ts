import { describe, expect, test } from 'vitest';
import type { Adapter } from '../adapter/contract.ts';
import type { Literal, TensorValue } from '../values/case.ts';
import { type Fake, tape } from './fake/fake-library.ts';
import { elements, op, run, vector } from './fake/sample.ts';

const ints: TensorValue = { dtype: 'int32', shape: [2], data: [1, 2] };
/** A library that only sees JS numbers, and tells what it saw. */
const seen: unknown[] = [];
const plain: Adapter<Fake> = {
  ...tape,
  ops: {
    ...tape.ops,
    mul: (a, b) => {
      seen.push(b);
      return tape.ops.mul!(a, b);
    },
    tensor: (data, { dtype }) => {
      seen.push(data, dtype);
      return tape.ops.tensor!(data, {});
    },
    full: ({ size, fill_value, dtype }) => {
      seen.push(fill_value, dtype);
      return tape.ops.zeros!({ size });
    },
  },
};
const typed: Adapter<Fake> = { ...plain, scalar: (value, type) => `${type} ${value}` };
const times = (literal: Literal, input: TensorValue, adapter = plain): ReturnType<typeof run> => {
  seen.length = 0;
  return run(adapter, { inputs: { x: input }, ops: [op('mul', ['x', literal])] });
};

describe('numbers without a scalar hook', () => {
  test.each([
    [2, 2],
    [0.5, 0.5],
    [true, true],
    [{ float: 'NaN' }, Number.NaN],
    [{ float: '-Infinity' }, Number.NEGATIVE_INFINITY],
    [{ int: '12' }, 12],
  ])('%j reaches an op as %j', async (literal, value) => {
    await times(literal, vector(1, 2));
    expect(seen).toEqual([value]);
  });
  test('that are floats and integral pass beside a floating tensor only', async () => {
    expect(await times({ float: 2 }, vector(1, 2))).toMatchObject({ status: 'result' });
    expect(await times({ float: 2 }, ints)).toEqual({
      status: 'unsupported',
      what: 'an integral float beside a non-floating tensor',
    });
  });
  test('that are beyond 2^53 are unsupported', async () => {
    expect(await times({ int: '9223372036854775807' }, vector(1, 2))).toEqual({
      status: 'unsupported',
      what: 'an int beyond 2^53',
    });
  });
  test('may decide a dtype only if JavaScript can tell them apart', async () => {
    const made = (data: Literal, options?: Record<string, Literal>): ReturnType<typeof run> =>
      run(plain, { ops: [op('tensor', [data], options === undefined ? {} : { with: options })] });
    expect(await made([1, 2])).toMatchObject({ status: 'result' });
    expect(await made([1.5, { float: 2 }])).toMatchObject({ status: 'result' });
    expect(await made([1, { float: 2 }])).toEqual({
      status: 'unsupported',
      what: 'an integral float that decides the dtype',
    });
    seen.length = 0;
    expect(await made([1, { float: 2 }], { dtype: 'float32' })).toMatchObject({ status: 'result' });
    expect(seen).toEqual([[1, 2], 'float32']);
  });
});

describe('numbers with a scalar hook', () => {
  test.each([
    [2, 'int 2'],
    [{ float: 2 }, 'float 2'],
    [false, 'bool false'],
    [{ int: '9223372036854775807' }, 'int 9223372036854775807'],
  ])('%j comes as %j', async (literal, value) => {
    await times(literal, ints, {
      ...typed,
      ops: {
        mul: (a, b) => {
          seen.push(b);
          return a as Fake;
        },
      },
    });
    expect(seen).toEqual([value]);
  });
  test('come so in lists and options too, and None as undefined', async () => {
    seen.length = 0;
    const full = op('full', [], { with: { size: [1], fill_value: { float: 3 }, dtype: null } });
    await run(typed, { ops: [op('tensor', [[1, [true]]]), full] });
    expect(seen.slice(0, 1)).toEqual([['int 1', ['bool true']]]);
    expect(seen.slice(2)).toEqual(['float 3', undefined]);
  });
});

describe('a number that item gave', () => {
  const later = [op('sum', ['x'], { out: 's' }), op('item', ['s'], { out: 'n' }), op('mul', ['x', 'n'], { out: 'y' })];
  const types: string[] = [];
  const recording: Adapter<Fake> = {
    ...tape,
    scalar: (value, type) => {
      types.push(type);
      return value;
    },
  };
  test('has the type of its tensor', async () => {
    types.length = 0;
    expect(await elements(recording, { inputs: { x: vector(1, 2) }, ops: later, observe: ['y'] })).toEqual([3, 6]);
    await run(recording, { inputs: { x: ints }, ops: later });
    expect(types).toEqual(['float', 'int']);
  });
  test('may say its type itself', async () => {
    types.length = 0;
    const saying = (n: number | bigint | boolean | { float: number }): Adapter<Fake> => ({
      ...recording,
      ops: { ...tape.ops, item: () => n },
    });
    for (const n of [{ float: 2 }, 2n, true, 0.5]) await run(saying(n), { inputs: { x: vector(1) }, ops: later });
    expect(types).toEqual(['float', 'int', 'bool', 'float']);
    const unhooked: Adapter<Fake> = { ...tape, ops: { ...tape.ops, item: () => ({ float: 2 }) } };
    expect(await elements(unhooked, { inputs: { x: vector(1) }, ops: later, observe: ['y'] })).toEqual([2]);
  });
});
