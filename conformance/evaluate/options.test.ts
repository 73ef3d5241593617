import { describe, expect, test } from 'vitest';
import type { Adapter } from '../adapter/contract.ts';
import type { Literal, Step } from '../values/case.ts';
import { Fake, tape } from './fake/fake-library.ts';
import { leaf, op, run, vector } from './fake/sample.ts';

/** What `getitem` or `sum` is given for an option, on a library that tells. */
async function seenBy(
  name: 'getitem' | 'sum' | 'normal',
  options: Record<string, Literal>,
  before: readonly Step[] = [],
) {
  let seen: unknown;
  const tell = (...args: unknown[]): Fake => {
    seen = structuredClone({ ...(args.at(-1) as object) });
    return new Fake([1], [1]);
  };
  const adapter: Adapter<Fake> = { ...tape, ops: { ...tape.ops, [name]: tell } };
  const ops = [...before, op(name, name === 'normal' ? [0, 1] : ['x'], { with: options })];
  const outcome = await run(adapter, { inputs: { x: vector(1, 2), i: leaf(1) }, ops });
  return outcome.status === 'result' ? seen : outcome;
}

describe('an index', () => {
  test.each([
    [-1, -1],
    [true, true],
    ['None', null],
    ['...', '...'],
    [':', { start: undefined, stop: undefined, step: undefined }],
    ['1:3', { start: 1, stop: 3, step: undefined }],
    ['-3::2', { start: -3, stop: undefined, step: 2 }],
  ])('%j comes as %j', async (entry, item) => {
    expect(await seenBy('getitem', { index: [entry] })).toEqual({ index: [item] });
  });
  test('by a name comes as the tensor, or as the number of the host', async () => {
    expect(await seenBy('getitem', { index: [{ ref: 'i' }] })).toMatchObject({ index: [{ tensor: { data: [1] } }] });
    const before = [op('numel', ['x'], { out: 'n' })];
    expect(await seenBy('getitem', { index: [{ ref: 'n' }] }, before)).toEqual({ index: [2] });
  });
  test('of a list is an integer', async () => {
    const ops = [op('tuple', ['x'], { out: 't' }), op('getitem', ['t'], { with: { index: ['1:'] } })];
    expect(await run(tape, { inputs: { x: vector(1) }, ops })).toMatchObject({
      status: 'unsupported',
      what: 'an index of a list that is no integer',
    });
  });
});

describe('options', () => {
  test('come under the names of the case, aliases too, without defaults', async () => {
    expect(await seenBy('sum', { axis: [0, 1], keepdims: true, dtype: 'int64' })).toEqual({
      axis: [0, 1],
      keepdims: true,
      dtype: 'int32',
    });
  });
  test('that a library was not told of make what it raises unsupported', async () => {
    const raising = (sum: NonNullable<Adapter<Fake>['ops']['sum']>) =>
      run(
        { ...tape, ops: { ...tape.ops, sum } },
        { inputs: { x: vector(1) }, ops: [op('sum', ['x'], { with: { dim: 7 } })] },
      );
    const refuse = (): never => {
      throw new RangeError('no such axis');
    };
    const untold = { status: 'unsupported', what: 'option sum.dim' };
    expect(await raising(() => refuse())).toMatchObject(untold);
    expect(await raising(async () => refuse())).toMatchObject(untold);
    expect(await raising((_, { dim }) => (dim === 7 ? refuse() : refuse()))).toMatchObject({ status: 'threw' });
  });
  test('that are None come as undefined', async () => {
    expect(await seenBy('sum', { dim: null })).toEqual({ dim: undefined });
  });
  test('may name tensors, handles and host values', async () => {
    const before = [op('shape', ['x'], { out: 's' })];
    expect(await seenBy('normal', { size: { ref: 's' } }, before)).toEqual({ size: [2] });
    expect(await seenBy('sum', { dim: { ref: 'i' } })).toMatchObject({ dim: { data: [1] } });
  });
  test('that name what no option takes end a case as error', async () => {
    const before = [op('tuple', ['x'], { out: 't' })];
    expect(await seenBy('sum', { dim: { ref: 't' } }, before)).toEqual({
      status: 'error',
      message: 't is a sequence, which no option takes',
    });
  });
  test('that name a result which the library lacks are unsupported', async () => {
    const before = [op('max', ['x'], { with: { dim: 0 }, out: ['v', 'm'] })];
    expect(await seenBy('sum', { dim: { ref: 'm' } }, before)).toMatchObject({ what: 'result max.indices' });
  });
  test('beyond 2^53 are numbers that the library may not be able to take', async () => {
    const seed = op('manual_seed', [], { with: { seed: { int: '18446744073709551615' } } });
    const adapter: Adapter<Fake> = { ...tape, ops: { manual_seed: (_, { seed: s }) => s } };
    expect(await run(adapter, { ops: [seed] })).toMatchObject({ what: 'an int beyond 2^53' });
  });
});
