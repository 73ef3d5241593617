/** Losses over so many rows and classes. */
import type { Page } from '../../pages/page.ts';
import type { Call, Calls, Given, Options, Shape } from '../call.ts';
import type { Ladder } from '../ladder.ts';
import { given, numbersOf } from '../numbers.ts';
import { named, shapes } from '../shapes.ts';
import { laidOut, type Own } from './own.ts';

const targets = (shape: Shape, classes: number): Given => ({
  name: 'target',
  tensor: {
    dtype: 'int64',
    shape,
    repeats: [classes - 1, 0, 1, Math.floor(classes / 2), 0, classes - 1, 1].map((k) => k % classes),
  },
});

/** Positive numbers in place of places. */
const probabilities = (page: Page, shape: Shape): Given => ({
  name: 'target',
  tensor: { dtype: 'float32', shape, repeats: numbersOf(page, 'input', 1).map(Math.abs) },
});

/** The axis of classes is the second, or the only one. */
const classAxis = ({ length }: Shape): number => Math.min(1, length - 1);

const callOf = (page: Page, shape: Shape, options: Options, weighted = false): Call => {
  const classes = shape[classAxis(shape)]!;
  const positions = shape.toSpliced(classAxis(shape), 1);
  return {
    op: page.name,
    operands: [
      given(page, 'input', shape),
      targets(positions, classes),
      ...(weighted ? [given(page, 'weight', [classes])] : []),
    ],
    options,
  };
};

const SHAPES = shapes('3 2x3 2x3x4 1x2x1x3 2x3x2x3');

const of = (page: Page, options: Options, weighted = false, some = SHAPES): Calls =>
  Object.fromEntries(some.map((shape) => [named(shape), callOf(page, shape, options, weighted)]));

/** The target names the share of each class. */
const shares = (page: Page, options: Options): Calls =>
  Object.fromEntries(
    SHAPES.slice(1).map((shape) => [
      named(shape),
      { op: page.name, operands: [given(page, 'input', shape), probabilities(page, shape)], options },
    ]),
  );

const ladder = (page: Page): Ladder => ({
  sizes: [
    { id: 'rows', many: 'rows', upTo: 1025, at: (n) => callOf(page, [n, 3], {}) },
    { id: 'classes', many: 'classes', upTo: 1025, gradientsUpTo: 129, at: (n) => callOf(page, [1, n], {}) },
    {
      id: 'positions',
      many: 'positions',
      upTo: 65,
      gradientsUpTo: 33,
      at: (n) => callOf(page, [2, 3, n], { reduction: 'none' }),
    },
    {
      id: 'rows-none',
      many: 'rows, one by one',
      gradientsUpTo: 1025,
      at: (n) => callOf(page, [n, 3], { reduction: 'none' }),
    },
  ],
  layouts: {
    ...laidOut({ _mean: callOf(page, [4, 5], {}) }),
    apart: [
      {
        id: 'weighted',
        where: 'with a weight for each class',
        calls: { _mean: callOf(page, [4, 5], {}, true) },
        gradients: {},
      },
      {
        id: 'positions',
        where: 'position by position',
        calls: { _none: callOf(page, [2, 3, 4], { reduction: 'none' }) },
      },
    ],
  },
  ranks: [
    { id: 'ranks', where: 'for input of one to four axes', calls: of(page, {}) },
    { id: 'matrix', where: 'for a row of classes for each target', calls: of(page, {}, false, shapes('2x3')) },
    { id: 'ranks-sum', where: 'as a sum over one to four axes', calls: of(page, { reduction: 'sum' }) },
    { id: 'ranks-none', where: 'position by position of one to four axes', calls: of(page, { reduction: 'none' }) },
    {
      id: 'rank-5',
      where: 'for input of five axes',
      calls: of(page, { reduction: 'none' }, false, shapes('2x3x1x2x2')),
    },
    { id: 'weighted', where: 'with a weight for each class', calls: of(page, {}, true) },
    ...(page.name === 'cross_entropy'
      ? [
          { id: 'shares', where: 'where the target holds a share of each class', calls: shares(page, {}) },
          { id: 'smoothed', where: 'where labels are smoothed', calls: of(page, { label_smoothing: 0.25 }) },
        ]
      : []),
  ],
  second: { _mean: callOf(page, [2, 3], {}) },
  secondApart: [
    {
      id: 'positions',
      where: 'position by position',
      calls: { _none: callOf(page, [2, 3, 2], { reduction: 'none' }) },
    },
  ],
});

export const classified: Own = { cross_entropy: ladder, nll_loss: ladder };
