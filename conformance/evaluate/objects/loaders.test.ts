import { describe, expect, test } from 'vitest';
import type { Adapter } from '../../adapter/contract.ts';
import { Fake, FakeError, tape } from '../fake/fake-library.ts';
import { elements, op, run, vector } from '../fake/sample.ts';

describe('loaders and datasets', () => {
  const batches = [[[1, 2]], [[3]]].map((batch) => batch.map((data) => new Fake(data, [data.length])));
  const make = (loader: unknown): Adapter<Fake> => ({
    ...tape,
    ops: {
      ...tape.ops,
      'data.TensorDataset': (tensors) => ({
        length: 3,
        at: (i: number) => tensors.map((t) => new Fake([t.data.at(i)!], [])),
      }),
      'data.DataLoader': () => loader as Fake[][],
    },
  });
  const loading = [op('data.TensorDataset', ['x'], { out: 'd' }), op('data.DataLoader', ['d'], { out: 'l' })];
  const looping = [
    ...loading,
    { for: ['X'], of: 'l', ops: [op('sum', ['X'], { out: 's' }), op('record', ['s'], { out: 'sums' })] },
  ];

  test('are iterated, anew each time', async () => {
    const ops = [...looping, op('next', ['l'], { out: ['first'] }), op('len', ['l'], { out: 'n' })];
    const inputs = { x: vector(1, 2, 3) };
    expect(await elements(make(batches), { inputs, ops, observe: ['sums', 'first', 'n'] })).toEqual([
      [3, 3],
      [1, 2],
      2,
    ]);
  });
  test('may have to be waited for', async () => {
    const late = {
      async *[Symbol.asyncIterator]() {
        yield* batches;
      },
    };
    expect(await elements(make(late), { inputs: { x: vector(1) }, ops: looping, observe: ['sums'] })).toEqual([3, 3]);
  });
  test('give their rows', async () => {
    const ops = [
      ...loading,
      op('getitem', ['d'], { with: { index: [-1] }, out: ['r'] }),
      op('len', ['d'], { out: 'n' }),
    ];
    expect(await elements(make([]), { inputs: { x: vector(1, 2, 3) }, ops, observe: ['r', 'n'] })).toEqual([[3], 3]);
    const none: Adapter<Fake> = { ...tape, ops: { 'data.TensorDataset': () => ({}) } };
    const row = [loading[0]!, op('getitem', ['d'], { with: { index: [0] } })];
    expect(await run(none, { inputs: { x: vector(1) }, ops: row })).toMatchObject({ what: 'getitem of a dataset' });
    expect(await run(none, { inputs: { x: vector(1) }, ops: [loading[0]!, op('len', ['d'])] })).toMatchObject({
      what: 'len of a dataset',
    });
  });
  test.each([
    ['cannot be iterated', 3, 'a loader cannot be iterated'],
    ['has no batch', [], 'the loader has no batch'],
    ['gives something else', [3], 'a loader must give lists of tensors'],
  ])('that %s end a case as error', async (_, loader, message) => {
    expect(await run(make(loader), { inputs: { x: vector(1) }, ops: [...loading, op('next', ['l'])] })).toEqual({
      status: 'error',
      message,
    });
  });
  test('raise where the loop stands', async () => {
    const raising = {
      [Symbol.iterator]: () => ({
        next: () => {
          throw new FakeError('no rows');
        },
      }),
    };
    expect(await run(make(raising), { inputs: { x: vector(1) }, ops: looping })).toMatchObject({
      status: 'threw',
      op: [2],
    });
  });
  test('pass generators and seeds on', async () => {
    const adapter: Adapter<Fake> = {
      ...tape,
      ops: {
        Generator: () => ({ seed: 0 }),
        manual_seed: (generator, { seed }) => Object.assign(generator as object, { seed }),
        rand: ({ size, generator }) => new Fake([(generator as { seed: number }).seed], size),
      },
    };
    const ops = [
      op('Generator', [], { out: 'g' }),
      op('manual_seed', ['g'], { with: { seed: 42 } }),
      op('rand', [], { with: { size: [1], generator: { ref: 'g' } }, out: 'r' }),
    ];
    expect(await elements(adapter, { ops, observe: ['r'] })).toEqual([42]);
  });
});
