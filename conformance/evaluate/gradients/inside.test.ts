import { describe, expect, test } from 'vitest';
import type { Adapter } from '../../adapter/contract.ts';
import type { OpStep } from '../../values/case.ts';
import { Fake, FakeError, row } from '../fake/fake.ts';
import { functional } from '../fake/fake-library.ts';
import { elements, leaf, op, run, vector } from '../fake/sample.ts';

type Ops = Adapter<Fake>['ops'];
const { vjp } = functional.autograd as Extract<Adapter<Fake>['autograd'], { kind: 'functional' }>;

/** The library with other ops, that count how often each ran, and how often inside the function that is differentiated. */
const counting = (ops: Partial<Record<string, (...args: never[]) => unknown>>) => {
  const counts = new Map<string, number>();
  let inside = false;
  const wrapped = Object.entries({ ...functional.ops, ...ops }).map(([name, fn]) => [
    name,
    (...args: never[]) => {
      const key = inside ? `inside ${name}` : name;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      return (fn as (...args: never[]) => unknown)(...args);
    },
  ]);
  const adapter: Adapter<Fake> = {
    ...functional,
    ops: Object.fromEntries(wrapped) as Ops,
    autograd: {
      kind: 'functional',
      vjp: (f, inputs, cotangent) => {
        inside = true;
        try {
          return vjp(f, inputs, cotangent);
        } finally {
          inside = false;
        }
      },
    },
  };
  return { adapter, counts };
};

const inputs = { x: leaf(1, 2, 3), w: leaf(4, 5, 6) };
const masked: readonly OpStep[] = [op('eq', ['x', 2], { out: 'm' }), op('mul', ['x', 'm'], { out: 'y' })];
const back = (of: string): readonly OpStep[] => [op('sum', [of], { out: 's' }), op('backward', ['s'])];

describe('inside the function that is differentiated', () => {
  test('stands what depends on a leaf, derivative or not', async () => {
    const { adapter, counts } = counting({});
    expect(await elements(adapter, { inputs, ops: [...masked, ...back('y')], observe: ['x.grad'] })).toEqual([0, 1, 0]);
    expect(counts.get('inside eq')).toBe(1);
  });
  test('an op that raises there raises at backward', async () => {
    const adapter: Adapter<Fake> = {
      ...functional,
      ops: {
        ...functional.ops,
        eq: (a, b) => {
          if (a.leaf) throw new FakeError('no derivative of eq');
          return functional.ops.eq!(a, b);
        },
      },
    };
    expect(await run(adapter, { inputs, ops: [...masked, ...back('y')] })).toMatchObject({
      status: 'threw',
      op: [3],
      message: 'no derivative of eq',
    });
  });
  test.each([
    ['under no_grad', [{ no_grad: [masked[0]!] }, masked[1]!, ...back('y')]],
    [
      'of a detached value',
      [op('detach', ['x'], { out: 'c' }), op('eq', ['c', 2], { out: 'm' }), masked[1]!, ...back('y')],
    ],
  ])('does not stand what is made %s', async (_, ops) => {
    const { adapter, counts } = counting({});
    expect(await elements(adapter, { inputs, ops, observe: ['x.grad'] })).toEqual([0, 1, 0]);
    expect(counts.get('inside eq')).toBeUndefined();
  });
  test('does not stand a leaf from which no gradient comes, and it has none', async () => {
    const { adapter, counts } = counting({});
    const ops = [masked[0]!, op('mul', ['w', 'm'], { out: 'y' }), ...back('y')];
    expect(await elements(adapter, { inputs, ops, observe: ['x.grad', 'w.grad'] })).toEqual([null, [0, 1, 0]]);
    expect(counts.get('inside eq')).toBeUndefined();
  });
  test('an index that was computed there is the one that is used', async () => {
    const indices: Fake[] = [];
    const { adapter } = counting({
      argmax: (x: Fake) => new Fake([x.data.indexOf(Math.max(...x.data))], [], 'int32'),
      getitem: (x: Fake, { index: [item] }: { index: { tensor: Fake }[] }) => {
        indices.push(item!.tensor);
        return row(x, [item!.tensor.data[0]!]);
      },
    });
    const ops = [
      op('argmax', ['x'], { out: 'i' }),
      op('getitem', ['x'], { with: { index: [{ ref: 'i' }] }, out: 'y' }),
      op('backward', ['y']),
    ];
    expect(await elements(adapter, { inputs, ops, observe: ['x.grad'] })).toEqual([0, 0, 1]);
    expect(indices).toHaveLength(2);
    expect(indices[0]).not.toBe(indices[1]);
  });
  test('what was drawn at random is a constant', async () => {
    let draws = 0;
    const { adapter } = counting({
      normal: (mean: Fake) =>
        new Fake(
          mean.data.map(() => ++draws),
          mean.shape,
        ),
    });
    const ops = [op('normal', ['x', 1], { out: 'n' }), op('mul', ['x', 'n'], { out: 'y' }), ...back('y')];
    expect(await elements(adapter, { inputs, ops, observe: ['x.grad'] })).toEqual([1, 2, 3]);
  });
  test('a number that was read is a constant', async () => {
    const { adapter, counts } = counting({});
    const ops = [op('getitem', ['x'], { with: { index: [2] }, out: 'e' }), op('item', ['e'], { out: 'n' })];
    const all = [...ops, op('mul', ['x', 'n'], { out: 'y' }), ...back('y')];
    expect(await elements(adapter, { inputs, ops: all, observe: ['x.grad'] })).toEqual([3, 3, 3]);
    expect(counts.get('inside item')).toBeUndefined();
  });
  test('indices that come with values have no gradient', async () => {
    const { adapter } = counting({
      max: (x: Fake, { dim: _ }: { dim: number }) => [x, new Fake([0, 1, 2], [3], 'int32')],
    });
    const ops = [op('max', ['x'], { with: { dim: 0 }, out: ['v', 'i'] }), op('mul', ['w', 'i'], { out: 'y' })];
    expect(await elements(adapter, { inputs, ops: [...ops, ...back('y')], observe: ['x.grad', 'w.grad'] })).toEqual([
      null,
      [0, 1, 2],
    ]);
  });
  test('only a dtype with gradients has one', async () => {
    const { adapter } = counting({ to: (x: Fake, { dtype }: { dtype: 'int32' }) => new Fake(x.data, x.shape, dtype) });
    const ops = [op('to', ['x'], { with: { dtype: 'int32' }, out: 'i' }), op('mul', ['w', 'i'], { out: 'y' })];
    expect(await elements(adapter, { inputs, ops: [...ops, ...back('y')], observe: ['x.grad', 'w.grad'] })).toEqual([
      null,
      [1, 2, 3],
    ]);
  });
  test('nothing is written to: a library that writes needs a tape for what depends on a leaf', async () => {
    const writing: Adapter<Fake> = {
      ...functional,
      mutation: 'in-place',
      ops: { ...functional.ops, add_: (x) => x },
    };
    const ops = [masked[0]!, op('add_', ['m', 1]), masked[1]!, ...back('y')];
    expect(await run(writing, { inputs, ops })).toMatchObject({
      status: 'unsupported',
      what: 'feature autograd.tape: a recorded tensor is written to',
    });
  });
  test('a leaf that was compared and replaced since is the one that was compared', async () => {
    const ops = [masked[0]!, op('add_', ['x.data', 1]), op('mul', ['x', 'm'], { out: 'y' }), ...back('y')];
    expect(await elements(functional, { inputs: { x: inputs.x }, ops, observe: ['x', 'x.grad'] })).toEqual([
      [2, 3, 4],
      [0, 1, 0],
    ]);
  });
  test('a constant beside it is not made again', async () => {
    const { adapter, counts } = counting({});
    const ops = [op('eq', ['c', 2], { out: 'm' }), masked[1]!, ...back('y')];
    await run(adapter, { inputs: { ...inputs, c: vector(1, 2, 3) }, ops });
    expect(counts.get('inside eq')).toBeUndefined();
  });
});
