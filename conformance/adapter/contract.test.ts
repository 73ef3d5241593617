import { describe, expect, test } from 'vitest';
import { type Adapter, defineAdapter, type TensorData, Unsupported, unsupported } from './contract.ts';

class Lib {
  readonly shape: number[] = [];
  sum(_dim?: number | readonly number[], _keep?: boolean): Lib {
    return this;
  }
  add(_other: Lib | number): Lib {
    return this;
  }
}
const declared = {
  name: 'lib',
  dtypes: { float32: true },
  mutation: 'none',
  tensor: (_: TensorData) => new Lib(),
  read: (t: Lib): TensorData => ({ dtype: 'float32', shape: t.shape, data: [0] }),
} as const;

/** Compiles: the compiler's check of this file is the test. T is inferred as Lib from `tensor`. */
const right: Adapter<Lib> = defineAdapter({
  ...declared,
  ops: {
    add: (a, b) => (a instanceof Lib ? a.add(b instanceof Lib ? b : Number(b)) : unsupported('scalar first')),
    sum: (x, { dim, axis, keepdim }) => x.sum(dim ?? axis, keepdim),
    max: (x, { dim }) => (dim === undefined ? x : [x, undefined]),
    cat: ([x]) => x ?? unsupported('nothing'),
    numel: (x) => x.shape.length,
    item: async () => ({ float: 2 }),
    setitem: () => {},
    zeros: ({ size }) => new Lib().sum(size.length),
    'data.DataLoader': (dataset: Lib[]) => [dataset],
  },
  modules: {
    'nn.Linear': {
      create: (_, { in_features }) => ({ width: in_features }),
      forward: (layer: { width: number }, _, [x]) => x!.sum(layer.width),
    },
  },
  optim: { 'optim.SGD': (_, { lr }) => ({ step: (params) => params.map((p) => p.add(lr)) }) },
  autograd: { kind: 'functional', vjp: (f, inputs) => [f(...inputs)] },
});

// Eight mistakes, each of which must not compile; a line that did compile would be an unused @ts-expect-error.
// @ts-expect-error 1: an option's name
defineAdapter<Lib>({ ...declared, ops: { sum: (x, { axes }) => x.sum(axes) } });
// @ts-expect-error 2: an op's name
defineAdapter<Lib>({ ...declared, ops: { summ: (x: Lib) => x } });
// @ts-expect-error 3: a result that is no tensor, where one is due
defineAdapter<Lib>({ ...declared, ops: { max: (x) => [x, 'indices'] } });
// @ts-expect-error 4: a tensor for a host value
defineAdapter<Lib>({ ...declared, ops: { numel: (x) => x } });
// @ts-expect-error 5: a scalar operand that is forgotten
defineAdapter<Lib>({ ...declared, ops: { add: (a: Lib, b: Lib) => a.add(b) } });
// @ts-expect-error 6: an option's name where T is inferred
defineAdapter({ ...declared, ops: { sum: (x, o) => x.sum(o.dim, o.keepdimension) } });
// @ts-expect-error 7: a method that the library does not have, where T is inferred
defineAdapter({ ...declared, ops: { add: (a, b) => a.nope(b) } });
const shared = { sum: (x: Lib, { dim }: { dim?: number }): Lib => x.sum(dim) };
// @ts-expect-error 8: an option's type, in a table that is spread
defineAdapter<Lib>({ ...declared, ops: { ...shared } });

describe('an adapter', () => {
  test('is what it was defined as', () => {
    expect(right.name).toBe('lib');
  });
  test('says what its library lacks by throwing Unsupported', () => {
    expect(() => unsupported('conv2d bias')).toThrow(Unsupported);
    expect(() => unsupported('conv2d bias')).toThrow('unsupported: conv2d bias');
  });
});
