/** So many elements and slices taken, written and added where an index tensor says. */
import type { Page } from '../../pages/page.ts';
import type { Call, Calls, Given, Operand, Shape } from '../call.ts';
import type { Form, Group, Ladder } from '../ladder.ts';
import { given, places as placesIn } from '../numbers.ts';
import type { Own } from './own.ts';

/** Where the order does not stay, results are written in full. */
const IN_FULL = 33;

/** Of an axis of `n` for each element of `shape`. */
const named = (name: string, shape: Shape, n: number): Given => ({
  name,
  tensor: { ...placesIn(name, 0, n).tensor, shape },
});

/** All places of an axis, from the last to the first, on one line after the other. */
const backwards = (shape: Shape, n: number): Given => ({
  name: 'index',
  tensor: { dtype: 'int64', shape, repeats: Array.from({ length: n }, (_, k) => n - 1 - k) },
});

/** A call on `from` along `dim`, where the result or the source has size `count`. */
type As = (page: Page, from: Shape, dim: number, count: number) => Call;

const call = (page: Page, operands: readonly Operand[], dim: number, shape?: Shape): Call => ({
  op: page.name,
  operands,
  options: { dim },
  ...(shape !== undefined && { shape }),
});

const along = (from: Shape, dim: number, count: number): Shape => (from.length === 0 ? from : from.with(dim, count));
const sizeOf = (from: Shape, dim: number): number => from.at(dim) ?? 1;

/** An element of the index for each of the result. */
const gathering: As = (page, from, dim, count) => {
  const to = along(from, dim, count);
  const index = named(page.operands[1]!.name, to, sizeOf(from, dim));
  return call(page, [given(page, 'input', from), index], dim, to);
};

/** One for each slice of the result. */
const selecting: As = (page, from, dim, count) =>
  call(
    page,
    [given(page, 'input', from), named('index', [count], sizeOf(from, dim))],
    dim,
    along(from, dim, from.length === 0 ? 1 : count),
  );

/** No place twice on one line: lines along `dim` are single elements, or all places in turn along the last axis. */
const scattering: As = (page, from, dim, count) => {
  const to = along(from, dim, count);
  const n = sizeOf(from, dim);
  const index = count === n ? backwards(to, n) : named('index', along(from, dim, 1), n);
  return call(page, [given(page, 'input', from), index, given(page, 'src', index.tensor.shape)], dim);
};

const adding: As = (page, from, dim, count) => {
  const to = along(from, dim, count);
  return call(page, [given(page, 'input', from), named('index', to, sizeOf(from, dim)), given(page, 'src', to)], dim);
};

const addingSlices: As = (page, from, dim, count) =>
  call(
    page,
    [
      given(page, 'input', from),
      named('index', [count], sizeOf(from, dim)),
      given(page, 'source', along(from, dim, count)),
    ],
    dim,
  );

const filling: As = (page, from, dim, count) =>
  call(
    page,
    [given(page, 'input', from), named('index', [Math.min(count, 3)], sizeOf(from, dim)), { literal: 7 }],
    dim,
  );

const forms = (page: Page, as: As, whole: boolean): readonly Form[] => [
  {
    id: 'elements',
    many: 'elements',
    ...(whole ? { gradientsUpTo: IN_FULL } : { upTo: IN_FULL }),
    at: (n) => as(page, [n], 0, n),
  },
  { id: 'rows', many: 'rows', upTo: IN_FULL, at: (n) => as(page, [n, 3], 1, 1) },
  { id: 'columns', many: 'columns', upTo: IN_FULL, at: (n) => as(page, [3, n], -1, n) },
];

const calls = (page: Page, as: As, all: readonly (readonly [from: Shape, dim: number, count: number])[]): Calls =>
  Object.fromEntries(
    all.map(([from, dim, count], k) => [`_${from.join('x') || '0d'}_${k}`, as(page, from, dim, count)]),
  );

/** `whole`: of many elements the result repeats as they do. */
const ladder =
  (as: As, whole: boolean, more: (page: Page) => readonly Group[] = () => []) =>
  (page: Page): Ladder => {
    const few = calls(page, as, [
      [[3, 4], 1, 4],
      [[4, 3], 0, 1],
    ]);
    return {
      sizes: forms(page, as, whole),
      layouts: { values: { ...few, ...calls(page, as, [[[2, 34], 1, 34]]) }, gradients: few },
      ranks: [
        {
          id: 'ranks',
          where: 'along each axis of tensors of one to five',
          calls: calls(page, as, [
            [[5], 0, 5],
            [[2, 3, 4], 2, 4],
            [[2, 3, 4], 1, 1],
            [[3, 1, 2, 4], -1, 4],
            [[3, 1, 2, 4], 0, 1],
            [[2, 1, 2, 3, 2], 3, 1],
          ]),
        },
        ...more(page),
      ],
      second: few,
    };
  };

/** A row of indices for all rows of the input, and a row of the input for all of them. */
const stretching = (page: Page): readonly Group[] => [
  {
    id: 'broadcast',
    where: 'where an axis broadcasts',
    calls: {
      _indices: call(page, [given(page, 'input', [3, 5]), named('indices', [1, 4], 5)], 1, [3, 4]),
      _input: call(page, [given(page, 'input', [1, 5]), named('indices', [3, 4], 5)], 1, [3, 4]),
    },
  },
];

/** The same calls of the form that writes to its first operand. */
const inPlace =
  (of: (page: Page) => Ladder) =>
  (page: Page): Ladder => {
    const { sizes = [], layouts, ranks = [], second = {} } = of(page);
    const written = (one: Call): Call => ({ ...one, op: page.inplace! });
    const all = (some: Calls): Calls => Object.fromEntries(Object.entries(some).map(([k, one]) => [k, written(one)]));
    return {
      sizes: sizes.map((form) => ({ ...form, at: (n) => written(form.at(n)) })),
      ...(layouts !== undefined && { layouts: { values: all(layouts.values), gradients: all(layouts.gradients) } }),
      ranks: ranks.map((group) => ({ ...group, calls: all(group.calls) })),
      second: all(second),
    };
  };

const [written, added, addedSlices, filled] = [
  ladder(scattering, false),
  ladder(adding, false),
  ladder(addingSlices, false),
  ladder(filling, false),
];

export const places: Own = {
  gather: ladder(gathering, true),
  take_along_dim: ladder(gathering, true, stretching),
  index_select: ladder(selecting, true),
  scatter: written,
  scatter_: inPlace(written),
  scatter_add: added,
  scatter_add_: inPlace(added),
  index_add: addedSlices,
  index_add_: inPlace(addedSlices),
  index_fill: filled,
  index_fill_: inPlace(filled),
};
