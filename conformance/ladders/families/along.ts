/** Ops along axes of one tensor: those that take them away, and those that keep them. */
import { chooses, reduces, takesSeveralAxes } from '../../pages/families.ts';
import type { Page } from '../../pages/page.ts';
import type { Call, Calls, Options, Shape } from '../call.ts';
import type { Form, Group, Ladder } from '../ladder.ts';
import { given, ramp, unequal } from '../numbers.ts';
import { FIVE, named, RANKS, shape, shapes } from '../shapes.ts';
import { type Axis, fromTheEnd, fromTheFront, pairs } from './axes.ts';
import { deciding } from './deciding.ts';

const resultsOf = ({ results }: Page, options: Options): number =>
  results.filter((result) => result.with === undefined || result.with in options).length;

const volume = (shape: Shape): number => shape.reduce((n, axis) => n * axis, 1);

/** Which of the two a variance is by default is a convention. */
const said = ({ conventions = [] }: Page): Options =>
  conventions.includes('biased-variance') ? { unbiased: true } : {};

/** The op on a tensor of that shape. One that chooses is not given equal elements, of which either might be chosen. */
const callOf = (page: Page, shape: Shape, more: Options = {}): Call => {
  const name = page.operands[0]!.name;
  const options = { ...more, ...said(page) };
  return {
    op: page.name,
    operands: [chooses(page) ? unequal(name, shape) : given(page, name, shape)],
    ...(Object.keys(options).length > 0 && { options }),
    results: resultsOf(page, options),
  };
};

/** Ops that choose the least, or give it first. */
const LEAST = /^a(rg)?min|^min$/;

/** The same of any size: what is chosen stands at the end, and so does the one element that decides over all. */
const longOf = (page: Page, shape: Shape, options: Options = {}): Call => {
  const call = callOf(page, shape, options);
  const last = volume(shape) - 1;
  if (page.dtype === 'truth') return { ...call, operands: [deciding(page, shape)] };
  if (!chooses(page)) return call;
  const [largest, least] = LEAST.test(page.name) ? [last - 1, last] : [last, last - 1];
  return { ...call, operands: [ramp(page.operands[0]!.name, shape, largest, least)] };
};

/** What several rows give repeats no few numbers: it is written in full, and so asked of small sizes. */
const IN_FULL = 33;
/** The gradient of one that is chosen is one number among zeros. */
const LONE = 129;
const MANY = 1025;

const forms = (page: Page): readonly Form[] => {
  const form = (id: string, many: string, [upTo, gradientsUpTo]: readonly [number, number], at: Form['at']): Form => ({
    id,
    many,
    upTo,
    gradientsUpTo: chooses(page) ? Math.min(id === 'elements' ? MANY : LONE, gradientsUpTo) : gradientsUpTo,
    at,
  });
  // An axis that stays is as long in the result.
  const rows = reduces(page) ? 1025 : IN_FULL;
  return [
    ...(page.required?.includes('dim') ? [] : [form('elements', 'elements', [4097, 4097], (n) => longOf(page, [n]))]),
    form('axis', 'elements along the only axis', reduces(page) ? [1025, 257] : [4097, 4097], (n) =>
      longOf(page, [n], { dim: 0 }),
    ),
    form('first-axis', 'elements along the first of two axes', [257, rows], (n) => longOf(page, [n, 3], { dim: 0 })),
    form('last-axis', 'elements along the last of two axes', [rows, IN_FULL], (n) => longOf(page, [2, n], { dim: -1 })),
    form('inner-axis', 'elements along an axis between others', [IN_FULL, IN_FULL], (n) =>
      longOf(page, [2, n, 2], { dim: 1 }),
    ),
    form('other-axis', 'elements beside the axis', [chooses(page) ? LONE : rows, IN_FULL], (n) =>
      longOf(page, [2, n], { dim: 0 }),
    ),
  ];
};

const along = (page: Page, text: string, axes: (shape: Shape) => readonly Axis[], more: Options = {}): Calls =>
  Object.fromEntries(
    shapes(text).flatMap((of) =>
      axes(of).map(([name, dim]) => [`${named(of)}_${name}`, callOf(page, of, { dim, ...more })]),
    ),
  );

/** Of matrices alone there is a norm. */
const takesThree = ({ feature }: Page): boolean => feature !== 'linear-algebra';

const severalAxes = (page: Page): readonly Group[] => {
  const three: Calls = takesThree(page) ? along(page, '2x1x4x3', () => [['d3d0m2', [3, 0, -2]]]) : {};
  return [
    {
      id: 'axes',
      where: 'along several axes at once',
      apart: true,
      calls: { ...along(page, '4x2x3 2x1x4x3', pairs), ...three },
      gradients: { ...along(page, '4x2x3', pairs), ...three },
    },
    ...('keepdim' in page.options
      ? [
          {
            id: 'axes-keepdim',
            where: 'where several axes stay',
            apart: true,
            calls: along(page, '4x2x3', pairs, { keepdim: true }),
          },
        ]
      : []),
  ];
};

const inner = (): readonly Axis[] => [
  ['d2', 2],
  ['m2', -2],
];

const withoutAxes = (page: Page): Call => callOf(page, [], page.required?.includes('dim') ? { dim: 0 } : {});

const ranks = (page: Page): readonly Group[] => [
  {
    id: 'ranks',
    where: 'along each axis of tensors of one to four',
    calls: along(page, RANKS, fromTheFront),
    gradients: along(page, '3 4x2x3', fromTheFront),
  },
  {
    id: 'ranks-from-the-end',
    where: 'along each axis of tensors of one to four, counted from the end',
    calls: along(page, RANKS, fromTheEnd),
    gradients: along(page, '2x3 2x1x4x3', fromTheEnd),
  },
  {
    id: 'rank-5',
    where: 'along inner axes of a tensor of five',
    calls: along(page, FIVE, inner),
    gradients: along(page, FIVE, () => inner().slice(0, 1)),
  },
  // Of one element there is no variance.
  ...('correction' in page.options
    ? []
    : [{ id: 'rank-0', where: 'for a tensor without axes', calls: { _0d: withoutAxes(page) } }]),
  ...('keepdim' in page.options
    ? [
        {
          id: 'keepdim',
          where: 'where the axis stays, counted from the end',
          calls: along(page, '2x3 4x2x3 2x1x4x3', fromTheEnd, { keepdim: true }),
          gradients: along(page, '4x2x3', fromTheEnd, { keepdim: true }),
        },
      ]
    : []),
  ...(takesSeveralAxes(page) ? severalAxes(page) : []),
];

const laidOut = (page: Page, rows: string): Calls => ({
  ...along(page, rows, () => [
    ['d0', 0],
    ['m1', -1],
  ]),
  ...along(page, '2x3x4', () => [['d1', 1]]),
});

/** The same, and of a square, of which no shape tells a transposed one. */
const moreLaidOut = (page: Page, rows: string): Calls => ({
  ...laidOut(page, rows),
  ...along(page, '4x4', () => [['d0', 0]]),
});

/** The op without an axis, if it does without. */
const ofAll = (page: Page, text: string): Calls =>
  page.required?.includes('dim') ? {} : { [`_${text}_all`]: callOf(page, shape(text)) };

export const goingAlong = (page: Page): Ladder => ({
  sizes: forms(page),
  layouts: {
    values: moreLaidOut(page, '2x34'),
    gradients: laidOut(page, '3x6'),
    apart: [{ id: 'all', where: 'of all elements', calls: ofAll(page, '2x34'), gradients: {} }],
  },
  ranks: ranks(page),
  second: {
    ...along(page, '3', () => [['d0', 0]]),
    ...along(page, '2x3', fromTheEnd),
    ...along(page, '4x2x3', () => [['d1', 1]]),
  },
  secondApart: [
    ...(takesSeveralAxes(page)
      ? [
          {
            id: 'axes',
            where: 'along several axes at once',
            calls: along(page, '2x3x2', () => [['d0m1', [0, -1]]], { keepdim: true }),
          },
        ]
      : []),
    { id: 'all', where: 'of all elements', calls: ofAll(page, '2x3') },
  ],
});
