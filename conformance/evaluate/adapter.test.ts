import { describe, expect, test } from 'vitest';
import type { Adapter } from '../adapter/contract.ts';
import { evaluate, start } from './evaluate.ts';
import { type Fake, FakeError, tape } from './fake/fake-library.ts';
import { op, run, vector } from './fake/sample.ts';

const x = vector(1, 2, 3);
const raise = (message: string): never => {
  throw new FakeError(message);
};

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
  test('has the entries counted that do more than call the library', async () => {
    const adapter: Adapter<Fake> = { ...tape, adapted: { exp: 'rounds', 'nn.Linear': 'transposes' } };
    const two = { inputs: { x }, ops: [op('exp', ['x'], { out: 'y' }), op('mul', ['y', 'x'])] };
    expect(await run(adapter, two)).toMatchObject({ adapted: ['exp'] });
    expect(await run(tape, two)).not.toHaveProperty('adapted');
  });
});
