/** Changes of shape that fit a tensor, with the shape that each gives. */
import fc from 'fast-check';
import { axis, type Shape, volume } from '../../arbitraries/shape.ts';
import type { Literal } from '../../values/case.ts';
import { some } from './operands.ts';
import { rearrangedOf } from './rearranged.ts';

export interface Moved {
  readonly op: string;
  readonly with: Readonly<Record<string, Literal>>;
  readonly shape: Shape;
}

export const plain = (op: string, shape: Shape, options: Moved['with'] = {}): Moved => ({ op, with: options, shape });

/** One op that moves all elements of a tensor of this shape, and keeps each at least once. */
export const movedOf = (from: Shape): fc.Arbitrary<Moved> => {
  const rank = from.length;
  const always = [
    anew(from),
    grown(from),
    ...rearrangedOf(from),
    unsqueezed(from),
    squeezed(from),
    fc.constant(plain('clone', from)),
  ];
  const shuffled = fc.shuffledSubarray(Array.from(from.keys()), { minLength: rank, maxLength: rank });
  const permuted = shuffled.map((dims) =>
    plain(
      'permute',
      dims.map((d) => from[d]!),
      { dims },
    ),
  );
  const turned = rank === 2 ? [fc.constant(plain('T', from.toReversed()))] : [];
  if (rank === 0) return fc.oneof(...always);
  const swapped = fc.tuple(axis(from), axis(from)).map(([dim0, dim1]) => {
    const [p, q] = [from.at(dim0)!, from.at(dim1)!];
    return plain('transpose', from.with(dim0, q).with(dim1, p), { dim0, dim1 });
  });
  return fc.oneof(...always, permuted, swapped, ...turned);
};

const anew = (from: Shape): fc.Arbitrary<Moved> => {
  const n = volume(from);
  const divisors = Array.from({ length: n }, (_, i) => i + 1).filter((d) => n % d === 0);
  return fc.oneof(
    fc
      .constantFrom(...divisors)
      .chain((d) =>
        fc.constantFrom(
          plain('reshape', [d, n / d], { shape: [d, n / d] }),
          plain('reshape', [d, n / d], { shape: [d, -1] }),
          plain('view', [n / d, d], { size: [-1, d] }),
        ),
      ),
    fc.constant(plain('flatten', [n])),
  );
};

/** Axes of size 1 stretched, and a new one in front. */
const grown = (from: Shape): fc.Arbitrary<Moved> =>
  fc.tuple(some(fc.integer({ min: 1, max: 2 })), fc.integer({ min: 1, max: 3 })).map(([front, to]) => {
    const size = [...(front === undefined ? [] : [front]), ...from.map((n) => (n === 1 ? to : n))];
    return plain('expand', size, { size });
  });

const unsqueezed = (from: Shape): fc.Arbitrary<Moved> =>
  fc.integer({ min: -from.length - 1, max: from.length }).map((dim) => {
    const at = dim < 0 ? dim + from.length + 1 : dim;
    return plain('unsqueeze', from.toSpliced(at, 0, 1), { dim });
  });

const squeezed = (from: Shape): fc.Arbitrary<Moved> => {
  const all = fc.constant(
    plain(
      'squeeze',
      from.filter((n) => n !== 1),
    ),
  );
  if (from.length === 0) return all;
  const single = axis(from).map((dim) => {
    const at = (dim + from.length) % from.length;
    return plain('squeeze', from[at] === 1 ? from.toSpliced(at, 1) : from, { dim });
  });
  return fc.oneof(all, single);
};
