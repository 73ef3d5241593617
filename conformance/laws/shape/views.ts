/** Views of an input, small and large, with what they show: of large ones libraries take other ways. */
import fc from 'fast-check';
import { type Shape, shape } from '../../arbitraries/shape.ts';
import { type Move, move, order, permuted } from './moves.ts';
import { places } from './places.ts';

export interface View extends Move {
  /** The shape of the input. */
  readonly from: Shape;
}

/** From 32 elements on, or from 64. */
const large: fc.Arbitrary<Shape> = fc.oneof(
  fc.integer({ min: 32, max: 80 }).map((n) => [n]),
  fc.integer({ min: 6, max: 9 }).map((n) => [n, n]),
  fc.tuple(fc.integer({ min: 5, max: 9 }), fc.integer({ min: 7, max: 9 })).map((sizes) => sizes),
  fc.integer({ min: 2, max: 5 }).map((n) => [n, 4, 4]),
);

const small: fc.Arbitrary<Shape> = shape({ maxRank: 3, maxSize: 3, filled: true });

const turned = (to: Shape): fc.Arbitrary<View> =>
  order(to.length).map((dims) => {
    const from = to.map((_, k) => to[dims.indexOf(k)]!);
    return { from, ...permuted(from, dims) };
  });

/** Of an axis what comes after the first few, or every so many of it. */
const taken = (to: Shape): fc.Arbitrary<View> =>
  fc
    .tuple(fc.nat({ max: to.length - 1 }), fc.nat({ max: 3 }), fc.integer({ min: 1, max: 3 }), fc.nat({ max: 2 }))
    .map(([axis, start, step, after]) => {
      const from = to.with(axis, start + (to[axis]! - 1) * step + 1 + after);
      const stop = start + (to[axis]! - 1) * step + 1;
      const entry = `${start}:${stop}${step === 1 ? '' : `:${step}`}`;
      return {
        from,
        op: { op: 'getitem', with: { index: [...to.slice(0, axis).map(() => ':'), entry] } },
        shape: to,
        places: places(to, from, (index) => index.with(axis, start + index[axis]! * step)),
      };
    });

/** One place of a first axis: a row that begins somewhere. */
const row = (to: Shape): fc.Arbitrary<View> =>
  fc.integer({ min: 1, max: 2 }).map((at) => {
    const from = [at + 1, ...to];
    return {
      from,
      op: { op: 'getitem', with: { index: [at] } },
      shape: to,
      places: places(to, from, (index) => [at, ...index]),
    };
  });

const stretched = (to: Shape): fc.Arbitrary<View> =>
  fc.tuple(fc.nat({ max: to.length - 1 }), fc.boolean()).map(([axis, shorter]) => {
    const leads = shorter && axis === 0;
    const from = leads ? to.slice(1) : to.with(axis, 1);
    return {
      from,
      op: { op: 'expand', with: { size: to } },
      shape: to,
      places: places(to, from, (index) => (leads ? index.slice(1) : index.with(axis, 0))),
    };
  });

const viewOf = (to: Shape): fc.Arbitrary<View> => {
  if (to.length === 0) return row(to);
  return fc.oneof(...(to.length > 1 ? [turned(to), turned(to)] : []), taken(to), taken(to), row(to), stretched(to));
};

/** A view: transposed, from a later place on, stepped, stretched, or any other. None is without elements. */
export const view = (fits: (to: Shape) => boolean = () => true): fc.Arbitrary<View> =>
  fc.oneof(
    { withCrossShrink: true },
    { weight: 3, arbitrary: small.filter(fits).chain(viewOf) },
    { weight: 2, arbitrary: large.filter(fits).chain(viewOf) },
    {
      weight: 1,
      arbitrary: small
        .chain((from) => move(from).map((one) => ({ from, ...one })))
        .filter((one) => one.places.length > 0 && fits(one.shape)),
    },
  );
