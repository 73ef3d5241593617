/** Changes of shape and of places, with the shape that each gives: those that keep each element, and those that repeat or leave out some. */
import fc from 'fast-check';
import { axis, type Shape, volume } from '../../arbitraries/shape.ts';
import type { Moved } from './moved.ts';

const plain = (op: string, shape: Shape, options: Moved['with'] = {}): Moved => ({ op, with: options, shape });
const at = (dim: number, { length }: Shape): number => (dim + length) % length;

/** Copies along axes, and axes in front. */
const repeated = (from: Shape): fc.Arbitrary<Moved> =>
  fc
    .tuple(fc.array(fc.integer({ min: 1, max: 2 }), { minLength: from.length, maxLength: from.length }), fc.boolean())
    .chain(([times, more]) => {
      const by = more ? [2, ...times] : times;
      const shape = by.map((n, k) => n * (from[k - by.length + from.length] ?? 1));
      const short = times.slice(-1);
      return fc.constantFrom(
        plain('repeat', shape, { repeats: by }),
        plain('tile', shape, { dims: by }),
        plain('tile', from.length === 0 ? from : from.with(-1, from.at(-1)! * short[0]!), { dims: short }),
      );
    });

/** Either side of a diagonal, and the diagonal of the first two axes. */
const ofMatrices = (from: Shape): fc.Arbitrary<Moved> => {
  const length = Math.min(from[0]!, from[1]!);
  return fc.constantFrom(
    plain('tril', from),
    plain('tril', from, { diagonal: 1 }),
    plain('triu', from),
    plain('triu', from, { diagonal: -1 }),
    plain('diagonal', [...from.slice(2), length]),
    ...(from.length === 2 ? [plain('diag', [length])] : []),
  );
};

/** Any tensor that has elements. */
export const rearrangedOf = (from: Shape): fc.Arbitrary<Moved>[] => {
  const always = [
    fc.constant(plain('ravel', [volume(from)])),
    fc.constant(plain('broadcast_to', [2, ...from], { size: [2, ...from] })),
    fc.constant(plain('roll', from, { shifts: 1 })),
    repeated(from),
  ];
  if (from.length === 0) return always;
  const along = (draw: (dim: number, k: number, n: number) => fc.Arbitrary<Moved>): fc.Arbitrary<Moved> =>
    axis(from).chain((dim) => draw(dim, at(dim, from), from.at(dim)!));
  const turned = plain('rot90', [from[1]!, from[0]!, ...from.slice(2)]);
  return [
    ...always,
    axis(from).map((dim) => plain('flip', from, { dims: [dim] })),
    along((dim) => fc.integer({ min: -2, max: 3 }).map((shifts) => plain('roll', from, { shifts, dims: dim }))),
    ...(from.length < 2 ? [] : [fc.constantFrom(turned, { ...turned, with: { k: -1 } }), ofMatrices(from)]),
    ...(from.length === 1 ? [fc.constant(plain('diag', [from[0]!, from[0]!]))] : []),
    along((source, k, n) =>
      axis(from).map((destination) =>
        plain('movedim', from.toSpliced(k, 1).toSpliced(at(destination, from), 0, n), { source, destination }),
      ),
    ),
    along((dim, k, n) => fc.nat({ max: n - 1 }).map((index) => plain('select', from.toSpliced(k, 1), { dim, index }))),
    along((dim, k, n) =>
      fc
        .nat({ max: n - 1 })
        .map((start) => plain('narrow', from.with(k, n - start), { dim, start, length: n - start })),
    ),
    along((dim, k, n) => fc.constant(plain('unflatten', from.toSpliced(k, 1, n, 1), { dim, sizes: [n, -1] }))),
  ];
};
