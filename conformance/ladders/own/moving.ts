/** What ladders of ops are made of that put elements in other places, or in another shape. */
import type { Page } from '../../pages/page.ts';
import type { Calls, Options, Shape } from '../call.ts';
import type { Form, Group, Ladder } from '../ladder.ts';
import { named, shape } from '../shapes.ts';
import { callOn, formOn } from './own.ts';

/** A shape in short, and what moves its elements. */
export type Moved = readonly [shape: string, options: Options];

export const callsOf = (page: Page, calls: readonly Moved[]): Calls =>
  Object.fromEntries(calls.map(([of, options], k) => [`${named(shape(of))}_${k}`, callOn(page, [shape(of)], options)]));

/** What several rows give in another order is written in full. */
const IN_FULL = 33;

/** Where the order stays, few numbers still repeat in it. Turned over, rows do so as gradients alone, columns as values alone. */
export const sizes = (page: Page, options: (shape: Shape) => Options, turns = false): readonly Form[] => {
  const of = formOn(page);
  return [
    of(
      { id: 'rows', many: 'rows', ...(turns && { upTo: IN_FULL, gradientsUpTo: 1025 }) },
      (n) => [[n, 3]],
      (n) => options([n, 3]),
    ),
    of(
      { id: 'columns', many: 'columns', ...(turns && { gradientsUpTo: IN_FULL }) },
      (n) => [[2, n]],
      (n) => options([2, n]),
    ),
  ];
};

/** Calls of which a library may well lack the form. */
export interface Apart {
  readonly id: string;
  readonly where: string;
  readonly calls: readonly Moved[];
}

export interface Moves {
  /** The order of the elements does not stay. */
  readonly turns?: boolean;
  /** Options for a matrix of any size; absent: none. */
  readonly sized?: (shape: Shape) => Options;
  /** For layouts alone. */
  readonly wide: Moved;
  /** The first two are for layouts too, and are differentiated twice. */
  readonly calls: readonly Moved[];
  readonly five?: Moved;
  /** At which gradients arrive as views, if not those of layouts. */
  readonly arriving?: Moved;
  readonly apart?: readonly Apart[];
}

/** The calls in cases of their own, and that of five axes. */
export const groups = (page: Page, { calls, five, apart = [] }: Omit<Moves, 'wide'>): readonly Group[] => [
  { id: 'ranks', where: 'whatever axes there are', calls: callsOf(page, calls) },
  ...(five === undefined ? [] : [{ id: 'rank-5', where: 'for a tensor of five axes', calls: callsOf(page, [five]) }]),
  ...apart.map((form) => ({ ...form, apart: true, calls: callsOf(page, form.calls) })),
];

export const moving =
  ({ turns = false, sized = () => ({}), wide, calls, arriving, ...more }: Moves) =>
  (page: Page): Ladder => ({
    sizes: sizes(page, sized, turns),
    layouts: { values: callsOf(page, [wide, ...calls.slice(0, 2)]), gradients: callsOf(page, calls.slice(0, 2)) },
    ranks: groups(page, { calls, ...more }),
    second: callsOf(page, calls.slice(0, 2)),
    ...(arriving !== undefined && { arriving: callsOf(page, [arriving]) }),
  });
