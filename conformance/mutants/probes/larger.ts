/** Calls of more elements. */
import { isFloat } from '../../values/dtypes.ts';
import { type Values, withElements, withParts } from './part.ts';
import type { Part, Sample } from './samples.ts';

/** A part whose axis is as long as `size`, its elements over and over with small differences. */
function longer(part: Part, axis: number, size: number): Part {
  const { shape, data, dtype } = part.elements;
  const old = shape[axis]!;
  if (old === 0) return part;
  const inner = shape.slice(axis + 1).reduce((n, m) => n * m, 1);
  const grown = shape.with(axis, size);
  const count = grown.reduce((n, m) => n * m, 1);
  const out: Values = new Array(count);
  for (let i = 0; i < count; i++) {
    const place = Math.floor(i / inner) % size;
    const outer = Math.floor(i / (inner * size));
    const v = data[(outer * old + (place % old)) * inner + (i % inner)]!;
    out[i] = isFloat(dtype) && typeof v === 'number' ? v + (place % 7) / 8 : v;
  }
  return withElements(part, grown, out);
}

const SIZES = [18, 35, 67, 133, 261, 1029, 4099];
/** Memory that a probe may take, in elements. */
const MOST = 9000;

/** One axis, or two of equal size, made long. */
export function* larger(sample: Sample, sizes: readonly number[] = SIZES): Iterable<Sample> {
  const axes = [...sample.parts.values()].flatMap(({ elements }, part) =>
    elements.shape.map((size, axis) => ({ part, axis, size })),
  );
  const pairs = axes.flatMap((a, i) =>
    axes
      .slice(i + 1)
      .filter((b) => b.part !== a.part && b.size === a.size)
      .map((b) => [a, b]),
  );
  for (const chosen of [...axes.map((a) => [a]), ...pairs]) {
    for (const size of sizes) {
      const grown = withParts(sample, (part, i) => {
        const own = chosen.find((one) => one.part === i);
        const others = part.elements.data.length / (own?.size || 1);
        return own === undefined || others * size > MOST ? part : longer(part, own.axis, size);
      });
      yield grown;
    }
  }
  const all = [...sample.parts.values()];
  const rank = Math.max(0, ...all.map(({ elements }) => elements.shape.length));
  for (let axis = 0; axis < rank; axis++)
    for (const size of sizes)
      yield withParts(sample, (part) =>
        axis < part.elements.shape.length &&
        (part.elements.data.length / (part.elements.shape[axis] || 1)) * size <= MOST
          ? longer(part, axis, size)
          : part,
      );
}

/** Options that say how large a result is. */
export function* ofSize({ args, parts }: Sample): Iterable<Sample> {
  const options = args.at(-1) as Readonly<Record<string, unknown>> | undefined;
  for (const size of SIZES) {
    if (Array.isArray(args[0]))
      yield {
        args: args.with(
          0,
          Array.from({ length: size }, (_, i) => i / 4),
        ),
        parts,
      };
    for (const name of ['n', 'end', 'size'] as const) {
      if (options?.[name] === undefined) continue;
      yield { args: args.with(-1, { ...options, [name]: name === 'size' ? [size] : size }), parts };
      if (name === 'size')
        for (const shape of [[], [3], [2, 3, 2], [2, 1, 3, 2], [2, 1, 2, 1, 2]])
          yield { args: args.with(-1, { ...options, size: shape }), parts };
    }
  }
}
