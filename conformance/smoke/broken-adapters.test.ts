import { describe, expect, test } from 'vitest';
import { type TensorData, unsupported } from '../adapter/contract.ts';
import { functional } from '../evaluate/fake/fake-library.ts';
import { making, mapped, never, of, op, raise, reading, taped, wrongs } from './sample.ts';

describe('an adapter that is broken is told how to mend it', () => {
  test.each<[string, object, RegExp]>([
    [
      'an unknown dtype',
      mapped({ dtypes: { flaot32: true } }),
      /"flaot32", .*did you mean "float32"\? \| expected bool/,
    ],
    [
      'a substitute that it lacks',
      mapped({ dtypes: { int64: 'int32' } }),
      /int64: "int32", which stands in for nothing/,
    ],
    [
      'an unknown op',
      op('summ', () => 0),
      /ops has an entry "summ", which neither .*did you mean "sum"\? \| use PyTorch's name/,
    ],
    ['an entry that is none', op('neg', undefined), /ops\.neg is undefined \| leave an op out that the library lacks/],
    ['a module that is none', mapped({ modules: { 'nn.Linear': null } }), /modules\.nn\.Linear is null/],
    ['another mutation', mapped({ mutation: true }), /mutation is true \| expected 'none', or 'in-place'/],
    ['a hook that is no function', mapped({ scope: {} }), /scope is \[object Object\] \| expected a function/],
    ['another autograd', mapped({ autograd: { kind: 'tap' } }), /autograd\.kind is "tap" \| expected 'functional'/],
    [
      'half a tape',
      taped({ autograd: { kind: 'tape', grad: () => null } }),
      /autograd lacks requiresGrad, backward, det/,
    ],

    ['tensor raises', making(raise('no')), /tensor raised for a float32 of shape \[4\]: no \| build it from the flat/],
    ['tensor is late', making(async () => {}), /tensor returned a promise \| return the tensor; .* belongs in init/],
    ['tensor gives nothing', making(() => undefined), /tensor returned undefined for a float32 of shape \[4\]/],
    [
      'tensor ignores dtype',
      making((g) => functional.tensor({ ...g, dtype: 'int32' })),
      /made as float32 reads back as int32/,
    ],
    [
      'tensor ignores shape',
      making((g) => functional.tensor({ ...g, shape: [g.data.length] })),
      /the shape \[2, 3\] reads back as \[6\]/,
    ],
    [
      'tensor truncates',
      making((g) => functional.tensor({ ...g, data: Array.from(g.data, (v) => Math.trunc(Number(v))) })),
      /float32 tensor made of \[0, 1\.5, .*\] reads back as \[0, 1, /,
    ],
    [
      'tensor rejects 0-d',
      making((g) => (g.shape.length === 0 ? raise('rank 0')() : functional.tensor(g))),
      /tensor raised for a float32 of shape \[\]: rank 0 .*unsupported\('…'\)/,
    ],

    ['read raises', mapped({ read: raise('gone') }), /read raised: gone \| return \{ dtype, shape, data \}/],
    [
      'read never settles',
      mapped({ read: () => never }),
      /read has not settled after 50 ms \| see that its promise settles/,
    ],
    [
      'read says unsupported',
      mapped({ read: () => unsupported('0-d') }),
      /read says unsupported \(0-d\) of what the library answered \| say it before/,
    ],
    ['adapted of no entry', mapped({ adapted: { log: 'x' } }), /adapted speaks of "log", which is no entry of ops/],
    ['adapted without a word', mapped({ adapted: { sum: ' ' } }), /adapted\.sum is " " \| say in a few words/],
    ['read gives nothing', reading(() => undefined), /read returned undefined/],
    [
      'read gives a promise as data',
      reading((seen) => ({ ...seen, data: Promise.resolve(seen.data) })),
      /read gave a promise as data \| await it/,
    ],
    [
      'read gives a promise as shape',
      reading((seen) => ({ ...seen, shape: Promise.resolve([]) })),
      /read gave the shape a promise/,
    ],
    [
      'read gives a typed shape',
      reading((seen) => ({ ...seen, shape: Int32Array.from(seen.shape) })),
      /read gave the shape 4 \| give an array/,
    ],
    ['read gives a broken shape', reading((seen) => ({ ...seen, shape: [4, -1] })), /read gave the shape \[4, -1\]/],
    ['read gives one number', reading((seen) => ({ ...seen, data: 5 })), /read gave 5 as data/],
    [
      'read gives nested data',
      reading((seen) => ({ ...seen, data: [Array.from(seen.data)] })),
      /nested data \| flatten it/,
    ],
    ['read gives too little', reading((seen) => ({ ...seen, data: [1] })), /read gave 1 elements for the shape \[4\]/],
    [
      "read gives the library's dtype names",
      reading((seen) => ({ ...seen, dtype: 'float' })),
      /read gave the dtype "float" \| translate/,
    ],
    ['read gives a dtype object', reading((seen) => ({ ...seen, dtype: {} })), /read gave the dtype \[object Object\]/],
    [
      'read gives booleans as text',
      reading((seen) => (seen.dtype === 'bool' ? { ...seen, data: Array.from(seen.data, String) } : seen)),
      /bool tensor made of \[true, false, .*\] reads back as/,
    ],
  ])('%s', async (_, adapter, line) => {
    const found = await wrongs(adapter, 50);
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]).toMatch(line);
  });

  test('all that is declared wrong is told at once', async () => {
    const adapter = mapped({
      ...{
        dtypes: { flaot32: true, float32: true },
        mutation: 1,
        ops: { summ: () => 0, neg: undefined, ngeg: () => 0 },
      },
    });
    const [line] = await wrongs(adapter);
    expect(line!.split(' & ').map((fault) => fault.match(/"?(\w+)"?(?=,| is )/)![1])).toEqual([
      'flaot32',
      'mutation',
      'summ',
      'neg',
      'ngeg',
    ]);
  });

  test("what is PyTorch's and has no page is no fault, and is told", async () => {
    const [line] = await of(op('as_strided', () => 0));
    expect(line).toContain("+ as_strided: PyTorch's, but the suite has no page for it yet, and no case");
    expect(await wrongs(op('as_strided', () => 0))).toEqual([]);
  });

  test('that int64 has no stand-in is told, with one that would do', async () => {
    const declares = async (dtypes: object) => (await of(mapped({ dtypes })))[0];
    expect(await declares({ float32: true })).toMatch(/int64 is not declared.*; int64: 'float32' lets float32 stand/);
    expect(await declares({ float32: true, int32: true })).toMatch(/int64: 'int32' lets/);
    expect(await declares({ float32: true, int64: 'float32' })).toBe('ok it declares what the suite knows');
  });

  test('and what needs sound tensors is not looked at before that', async () => {
    const lines = await of(mapped({ read: raise('gone') }));
    expect(lines.filter((line) => line.startsWith('– (mend the above first)'))).toHaveLength(8);
  });

  test('int64 through a number loses digits', async () => {
    const adapter = {
      ...{ name: 'x', dtypes: { int64: true }, mutation: 'none', ops: {} },
      tensor: ({ shape, data, dtype }: TensorData) => ({ dtype, shape, data: Array.from(data, Number) }),
      read: (t: TensorData) => t,
    };
    expect(await wrongs(adapter)).toEqual([expect.stringMatching(/9007199254740992.* \| keep the bigints/)]);
  });
});
