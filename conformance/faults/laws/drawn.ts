/** Libraries whose random numbers are wrong where only a sample, or the next draw, tells. */
import adapter from '../../adapters/reference/index.ts';
import type { Call, Tools } from '../../mutants/mutation.ts';
import { type Fault, type Faulty, wrongOp, wrongOps } from './fault.ts';

type Change = (x: number, i: number, all: readonly number[]) => number;
type Options = Readonly<Record<string, unknown>>;

/** The elements that were drawn, changed one after the other; each change sees those before it. */
export const changed =
  (change: Change) =>
  (right: Call, tools: Tools): Call =>
  (...given) => {
    const drawn = right(...given);
    const all = tools.values(drawn).map(Number);
    for (const [i, x] of all.entries()) all[i] = change(x, i, all);
    return tools.ops.reshape!(tools.ops.tensor!(all, { dtype: tools.dtype(drawn) }), { shape: tools.shape(drawn) });
  };

/** The same where the tensor is written to. */
const rewritten =
  (change: Change) =>
  (right: Call, tools: Tools): Call =>
  (x, o) => {
    right(x, o);
    return tools.ops.copy_!(x, changed(change)(() => tools.ops.clone!(x, {}), tools)(), {});
  };

/** Orders that a shuffle of its own gives, from numbers of the generator. */
const shuffledBy = (shuffle: (n: number, numbers: readonly number[]) => number[]): Fault =>
  wrongOp('randperm', (_, tools) => (o) => {
    const { n, ...rest } = o as { readonly n: number };
    const numbers = tools.values(tools.ops.rand!({ size: [n], ...rest })).map(Number);
    return tools.ops.tensor!(shuffle(n, numbers), { dtype: 'int64' });
  });

const swapped = (n: number, places: (i: number) => number): number[] => {
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i >= 0; i--) {
    const j = places(i);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
};

/** A loader whose rows come in the orders that `orders` draws, each for one pass. */
const loaderOf = (
  orders: (rows: number, size: number, draw: (n: number) => readonly number[]) => () => number[],
): Fault =>
  wrongOp('data.DataLoader', (right, tools) => (set, o) => {
    const { shuffle, batch_size = 1, ...rest } = o as { shuffle?: boolean; batch_size?: number };
    const plain = right(set, { batch_size, ...rest }) as { readonly length: number };
    if (shuffle !== true) return plain;
    const rows = (set as { readonly length: number }).length;
    const next = orders(rows, batch_size, (n) => tools.values(tools.ops.randperm!({ n })).map(Number));
    const pass = (): Iterable<unknown> => right(set, { batch_size, ...rest, sampler: next() }) as Iterable<unknown>;
    return { length: plain.length, [Symbol.iterator]: () => pass()[Symbol.iterator]() };
  });

/** A layer whose parameter `name` is drawn anew by `change`. */
const layerWith = (op: 'nn.Linear' | 'nn.Conv2d', name: string, factor: number): Fault => {
  const modules = adapter.modules as unknown as Readonly<Record<string, { readonly create: Call }>>;
  const create: Call = (...given) => {
    const made = modules[op]!.create(...given) as Record<string, { readonly data: { mul_: (x: number) => unknown } }>;
    made[name]!.data.mul_(factor);
    return made;
  };
  return () => ({ ...adapter, modules: { ...modules, [op]: { ...modules[op]!, create } } }) as unknown as Faulty;
};

/** By law: what a library does that breaks it. */
export const drawnFaults: Readonly<Record<string, readonly Fault[]>> = {
  'random/fresh': [
    // The stream begins anew with each draw.
    wrongOps(['rand', 'randn', 'randperm'], (right, tools) => (o) => {
      tools.ops.manual_seed!(undefined, { seed: 1 });
      return right(o);
    }),
  ],
  'random/integers': [
    // The end before the last is the last.
    wrongOp('random_', (right) => (x, o) => {
      const { from = 0, to } = o as { readonly from?: number; readonly to?: number };
      return right(x, to === undefined ? o : { from, to: Math.max(from + 1, to - 1) });
    }),
    // Rounded, not cut: the ends come half as often.
    wrongOp('random_', (right, tools) => (x, o) => {
      const { from = 0, to = 0 } = o as { readonly from?: number; readonly to?: number };
      const spread = (): number => from + Math.round(Math.random() * (to - 1 - from));
      return to === 0 ? right(x, o) : rewritten(spread)(right, tools)(x, o);
    }),
  ],
  'random/orders': [
    // Nothing stays in its place.
    shuffledBy((n, u) => swapped(n, (i) => Math.floor(u[i]! * Math.max(i, 1)))),
    // Each is swapped with any.
    shuffledBy((n, u) => swapped(n, (i) => Math.floor(u[i]! * n))),
    // Sorted by a coin.
    shuffledBy((n) => swapped(n, (i) => i).sort(() => Math.random() - 0.5)),
    // The first is always first.
    shuffledBy((n, u) => swapped(n, (i) => (i === 0 ? 0 : 1 + Math.floor(u[i]! * i)))),
  ],
  'random/own-parameters': [
    // The variance is taken for the deviation.
    wrongOp(
      'normal',
      (right, tools) => (mean, std, o) => right(mean, tools.isTensor(std) ? tools.ops.sqrt!(std, {}) : std, o),
    ),
    // The mean is scaled too.
    wrongOp(
      'normal',
      (right, tools) => (mean, std, o) =>
        right(tools.isTensor(mean) && tools.isTensor(std) ? tools.ops.mul!(mean, std, {}) : mean, std, o),
    ),
  ],
  'random/in-views': [
    // As many elements are filled from the start of the memory on.
    wrongOp('normal_', (right, tools) => (x, o) => {
      const filled = right(tools.ops.zeros!({ size: tools.shape(x), dtype: tools.dtype(x) }), o);
      return tools.shape(x).length === 1 ? x : tools.ops.copy_!(x, filled, {});
    }),
  ],
  'random/layers': [layerWith('nn.Linear', 'weight', Math.sqrt(3)), layerWith('nn.Conv2d', 'bias', 0)],
  'random/pairs': [
    // One order for all passes.
    loaderOf((rows, _, draw) => {
      const order = [...draw(rows)];
      return () => order;
    }),
    // Batches are shuffled, and their rows are not.
    loaderOf(
      (rows, size, draw) => () =>
        draw(Math.ceil(rows / size)).flatMap((b) => Array.from({ length: size }, (_, i) => b * size + i)),
    ),
    // Rows are shuffled within their batches.
    loaderOf(
      (rows, size, draw) => () =>
        Array.from({ length: rows / size }, (_, b) => draw(size).map((i) => b * size + i)).flat(),
    ),
    // Rows are drawn with replacement.
    loaderOf((rows) => () => Array.from({ length: rows }, () => Math.floor(Math.random() * rows))),
    // Each tensor is shuffled by itself.
    wrongOp('data.DataLoader', (right, tools) => (set, o) => {
      const { tensors } = set as { readonly tensors: readonly unknown[] };
      if ((o as { readonly shuffle?: boolean }).shuffle !== true) return right(set, o);
      const apart = tensors.map((one) => right(tools.ops['data.TensorDataset']!([one], {}), o) as Iterable<[unknown]>);
      const passes = function* (): Iterable<unknown> {
        const columns = apart.map((loader) => [...loader]);
        for (const [i] of columns[0]!.entries()) yield columns.map((column) => column[i]![0]);
      };
      return { length: [...apart[0]!].length, [Symbol.iterator]: () => passes()[Symbol.iterator]() };
    }),
  ],
  'random/last-batch': [
    // What is left over is lost.
    wrongOp('data.DataLoader', (right) => (set, o) => right(set, { ...(o as Options), drop_last: true })),
    // The last batch is dropped, full or not.
    wrongOp('data.DataLoader', (right) => (set, o) => {
      const { drop_last, ...rest } = o as Options;
      const all = right(set, rest) as Iterable<unknown> & { readonly length: number };
      if (drop_last !== true) return all;
      const kept = function* (): Iterable<unknown> {
        yield* [...all].slice(0, -1);
      };
      return { length: all.length - 1, [Symbol.iterator]: () => kept()[Symbol.iterator]() };
    }),
  ],
};
