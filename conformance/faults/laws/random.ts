import { changed } from './drawn.ts';
import { type Fault, wrongOp } from './fault.ts';

const none = {};
type Options = Readonly<Record<string, unknown>>;
type Uniform = { readonly from?: number; readonly to?: number };
type Normal = { readonly mean?: number; readonly std?: number };

/** By law: what a library does that breaks it. */
export const randomFaults: Readonly<Record<string, readonly Fault[]>> = {
  'random/uniform': [
    // The interval begins at 0.
    wrongOp('uniform_', (right) => (x, o) => right(x, { ...(o as Uniform), from: Math.min(0, (o as Uniform).to!) })),
    // A fraction of the right length, not of all of it: 0.95 is never passed.
    wrongOp('rand', (right, tools) => (o) => tools.ops.mul!(right(o), 0.95, none)),
    // Numbers of 16 bits, and of 8.
    wrongOp(
      'rand',
      changed((x) => Math.floor(x * 2 ** 16) / 2 ** 16),
    ),
    wrongOp(
      'rand',
      changed((x) => Math.floor(x * 2 ** 8) / 2 ** 8),
    ),
    // float64 has the bits of float32.
    wrongOp('rand', (right, tools) => (o) => {
      const { dtype } = o as { readonly dtype?: string };
      return tools.ops.to!(tools.ops.to!(right(o), { dtype: 'float32' }), { dtype: dtype ?? 'float32' });
    }),
  ],
  'random/normal': [
    // The variance is taken for the deviation.
    wrongOp('normal_', (right) => (x, o) => right(x, { ...(o as Normal), std: Math.sqrt((o as Normal).std!) })),
    // What is far from the mean is drawn in.
    wrongOp(
      'randn',
      (right, tools) => (o) => tools.ops.mul!(tools.ops.sub!(tools.ops.sigmoid!(right(o), none), 0.5, none), 4, none),
    ),
    // What is beyond 2, or 3, deviations is drawn in to there.
    wrongOp(
      'randn',
      changed((x) => Math.max(-2, Math.min(2, x))),
    ),
    wrongOp(
      'randn',
      changed((x) => Math.max(-3, Math.min(3, x))),
    ),
    // The mean is left out.
    wrongOp('normal', (right) => (_mean, std, o) => right(0, std, o)),
  ],
  'random/neighbours': [
    // Each pair has the same number twice.
    wrongOp('randn', (right, tools) => (o) => {
      const { size } = o as { size: readonly number[] };
      const n = size.reduce((product, k) => product * k, 1);
      if (n % 2 === 1) return right(o);
      const half = right({ ...(o as Options), size: [n / 2] });
      return tools.ops.reshape!(tools.ops.stack!([half, half], { dim: 1 }), { shape: size });
    }),
    // One in eight is the one before.
    wrongOp(
      'randn',
      changed((x, i, all) => (i % 8 === 7 ? all[i - 1]! : x)),
    ),
    // The stream begins anew in every row.
    wrongOp('randn', (right, tools) => (o) => {
      const { size } = o as { size: readonly number[] };
      if (size.length < 2) return right(o);
      const row = right({ ...(o as Options), size: size.slice(1) });
      return tools.ops.add!(tools.ops.zeros!({ size, dtype: tools.dtype(row) }), row, none);
    }),
  ],
  'random/permutation': [
    // Numbers are drawn with replacement.
    wrongOp('randperm', (_right, tools) => (o) => {
      const { n } = o as { n: number };
      return tools.ops.to!(tools.ops.mul!(tools.ops.rand!({ size: [n] }), n, none), { dtype: 'int64' });
    }),
  ],
  'random/shuffled': [
    // Only the first half is shuffled.
    wrongOp('randperm', (right, tools) => (o) => {
      const { n } = o as { n: number };
      const half = Math.floor(n / 2);
      const rest = tools.ops.arange!({ start: half, end: n });
      return tools.ops.cat!([right({ ...(o as Options), n: half }), rest], { dim: 0 });
    }),
    // Nothing is shuffled beyond 256.
    wrongOp('randperm', (right, tools) => (o) => {
      const { n } = o as { n: number };
      if (n <= 256) return right(o);
      return tools.ops.cat!([right({ ...(o as Options), n: 256 }), tools.ops.arange!({ start: 256, end: n })], {
        dim: 0,
      });
    }),
  ],
  'random/seeded': [
    // Permutations come from the host's own generator.
    wrongOp('randperm', (_right, tools) => (o) => {
      const { n } = o as { n: number };
      const keys = Array.from({ length: n }, (_, i) => [Math.random(), i] as const).sort(([a], [b]) => a - b);
      return tools.ops.tensor!(
        keys.map(([, i]) => i),
        { dtype: 'int64' },
      );
    }),
    // Every seed is the same.
    wrongOp('manual_seed', (right) => (g, o) => right(g, { ...(o as Options), seed: 0 })),
  ],
  'random/generator': [
    // The global stream moves along.
    wrongOp('rand', (right) => (o) => {
      const { generator, ...rest } = o as Options;
      if (generator !== undefined) right(rest);
      return right(o);
    }),
    // The generator is not looked at.
    wrongOp('randn', (right) => (o) => {
      const { generator: _, ...rest } = o as Options;
      return right(rest);
    }),
  ],
};
