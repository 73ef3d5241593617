import { describe, expect, test } from 'vitest';
import type { Adapter } from '../adapter/contract.ts';
import { type Fake, FakeError, tape } from './fake/fake-library.ts';
import { elements, op, run, vector } from './fake/sample.ts';

const x = vector(1, 2, 3);

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
  type Take = (value: Fake) => void;
  test.each<[string, (t: Fake) => (take: Take) => void]>([
    ['whose then returns nothing', (t) => (take) => take(t)],
    [
      'that settles twice',
      (t) => (take) => {
        take(t);
        setTimeout(() => take(t));
      },
    ],
  ])('may give a thenable %s', async (_, then) => {
    const clone = (t: Fake) => Object.fromEntries([['then', then(tape.ops.clone!(t, {}) as Fake)]]);
    const ops = [op('clone', ['x'], { out: 'y' }), op('add', ['y', 1], { out: 'z' })];
    const adapter = { ...tape, ops: { ...tape.ops, clone } } as unknown as Adapter<Fake>;
    expect(await elements(adapter, { inputs: { x }, ops, observe: ['z'] })).toEqual([2, 3, 4]);
    await new Promise((resolve) => setTimeout(resolve, 5));
  });
  test('may not be waited for under noGrad', async () => {
    expect(await run(later, { inputs: { x }, ops: [{ no_grad: [op('add', ['x', 1])] }] })).toEqual({
      status: 'error',
      message: 'add returned a promise under noGrad',
    });
  });
});
