/** So many elements put in order, and looked up among those that are. */
import type { Page } from '../../pages/page.ts';
import type { Call, Calls, Given, Options, Shape } from '../call.ts';
import type { Ladder } from '../ladder.ts';
import { given } from '../numbers.ts';
import type { Own } from './own.ts';

/** What comes in order is written in full. */
const IN_FULL = 33;

type As = (page: Page, of: Shape, dim: number) => Call;

/** Of few numbers, many of them equal: in the order that they had. */
const sorting =
  (results: number): As =>
  (page, of, dim) => ({
    op: page.name,
    operands: [given(page, 'input', of)],
    options: { dim, stable: true },
    ...(results > 1 && { results }),
    shape: of,
  });

/** Whole numbers, no two of them equal in any dtype. */
const apart = (of: Shape): Given => {
  const prime = of.reduce((n, size) => n * size, 1) < 61 ? 61 : 131;
  const repeats = Array.from({ length: prime }, (_, k) => ((7 * k + 3) % prime) - (prime - 1) / 2);
  return { name: 'input', tensor: { dtype: 'float32', shape: of, repeats } };
};

/** Of numbers that are all unequal: which of several equal ones come is left open. */
const choosing: As = (page, of, dim) => ({
  op: page.name,
  operands: [apart(of)],
  options: { k: Math.ceil(of.at(dim)! / 2), dim },
  results: 2,
  shape: of.with(dim, Math.ceil(of.at(dim)! / 2)),
});

/** Rows of three of the few numbers, among which no three in a row hold two equal ones: so they are known, and repeat. */
const rows =
  (as: As): As =>
  (page, of, dim) => ({ ...as(page, of, dim), operands: [given(page, 'input', of)] });

const calls = (page: Page, as: As, all: readonly (readonly [of: Shape, dim: number])[]): Calls =>
  Object.fromEntries(all.map(([of, dim], k) => [`_${of.join('x')}_${k}`, as(page, of, dim)]));

const ladder =
  (as: As) =>
  (page: Page): Ladder => {
    const few = calls(page, as, [
      [[3, 5], 1],
      [[5, 3], 0],
    ]);
    const slopes = page.differentiable.length > 0;
    return {
      sizes: [
        { id: 'elements', many: 'elements', upTo: 129, gradientsUpTo: IN_FULL, at: (n) => as(page, [n], 0) },
        { id: 'rows', many: 'rows', at: (n) => rows(as)(page, [n, 3], 1) },
        { id: 'columns', many: 'columns', upTo: IN_FULL, at: (n) => as(page, [3, n], 0) },
      ],
      layouts: { values: { ...few, ...calls(page, as, [[[2, 34], 1]]) }, gradients: slopes ? few : {} },
      ranks: [
        {
          id: 'ranks',
          where: 'along each axis of tensors of one to five',
          calls: calls(page, as, [
            [[5], 0],
            [[2, 3, 4], 2],
            [[2, 3, 4], 1],
            [[3, 1, 2, 4], -4],
            [[2, 1, 2, 3, 2], 3],
          ]),
        },
      ],
      ...(slopes && { second: few }),
    };
  };

/** A sequence of n numbers in order, with pairs of equal ones. */
const sequence = (name: string, n: number): Given => ({
  name,
  tensor: { dtype: 'float32', shape: [n], repeats: Array.from({ length: n }, (_, k) => Math.floor(k / 2) / 8 - 1.5) },
});

/** The same for each line along the last axis, each line further on. */
const sequences = (name: string, of: Shape): Given => {
  const [n, all] = [of.at(-1)!, of.reduce((total, size) => total * size, 1)];
  const repeats = Array.from({ length: all }, (_, k) => Math.floor((k % n) / 2) / 2 - 1.5 + Math.floor(k / n) / 4);
  return { name, tensor: { dtype: 'float32', shape: of, repeats } };
};

const lookedUpByLines = (page: Page, lines: Shape, n: number, values: number): Call => ({
  op: page.name,
  operands: [sequences('sorted_sequence', [...lines, n]), given(page, 'input', [...lines, values])],
  shape: [...lines, values],
});

const looked = (page: Page, n: number, of: Shape, options: Options = {}): Call => ({
  op: page.name,
  operands: [sequence('sorted_sequence', n), given(page, 'input', of)],
  ...(Object.keys(options).length > 0 && { options }),
  shape: of,
});

const among = (page: Page, of: Shape, others: Shape): Call => ({
  op: page.name,
  operands: [
    given(page, 'elements', of),
    { name: 'test_elements', tensor: { dtype: 'float32', shape: others, repeats: [0.25, 5, 1.5, 7, -9, 11, 6] } },
  ],
  shape: of,
});

export const ordering: Own = {
  sort: ladder(sorting(2)),
  argsort: ladder(sorting(1)),
  topk: ladder(choosing),
  searchsorted: (page) => ({
    sizes: [
      { id: 'values', many: 'values', at: (n) => looked(page, 9, [n]) },
      { id: 'sequence', many: 'elements of the sequence', upTo: IN_FULL, at: (n) => looked(page, n, [7]) },
    ],
    layouts: { values: { _5: looked(page, 9, [5]), _2x3: looked(page, 9, [2, 3]) }, gradients: {} },
    ranks: [
      {
        id: 'ranks',
        where: 'for values of any axes',
        calls: {
          _5: looked(page, 9, [5]),
          _2x3: looked(page, 9, [2, 3]),
          _right: looked(page, 9, [2, 1, 4], { right: true }),
          _2x1x4x3: looked(page, 9, [2, 1, 4, 3]),
        },
      },
      {
        id: 'lines',
        where: 'for a sequence of each line of values',
        calls: {
          _2: lookedUpByLines(page, [2], 6, 3),
          _3x2: lookedUpByLines(page, [3, 2], 4, 3),
          _2x1x3: lookedUpByLines(page, [2, 1, 3], 4, 2),
          _2x1x2x2: lookedUpByLines(page, [2, 1, 2, 2], 4, 3),
        },
      },
    ],
  }),
  isin: (page) => ({
    sizes: [
      { id: 'elements', many: 'elements', at: (n) => among(page, [n], [4]) },
      { id: 'others', many: 'elements to be among', at: (n) => among(page, [7], [n]) },
    ],
    layouts: { values: { _2x3: among(page, [2, 3], [4]), _2x34: among(page, [2, 34], [4]) }, gradients: {} },
    ranks: [
      {
        id: 'ranks',
        where: 'whatever axes there are',
        calls: {
          _5: among(page, [5], [2, 2]),
          _2x3: among(page, [2, 3], [4]),
          _3x1x5: among(page, [3, 1, 5], [3]),
          _2x1x4x3: among(page, [2, 1, 4, 3], [3]),
          _2x1x3x1x2: among(page, [2, 1, 3, 1, 2], [2, 3]),
        },
      },
    ],
  }),
};
