/** So many elements picked and written: by places, by a mask, by a slice. */
import type { Page } from '../../pages/page.ts';
import type { Call, Calls, Given } from '../call.ts';
import type { Form, Group, Ladder } from '../ladder.ts';
import { single as one, viewed } from '../lying.ts';
import { given } from '../numbers.ts';
import {
  type Index,
  type Indices,
  long,
  many,
  masks,
  pairs,
  repeated,
  viewed as seen,
  viewedByMasks as seenByMasks,
  viewedByPlaces as seenByPlaces,
  single,
  slices,
  withoutSteps,
} from './indices.ts';
import { laidOut, type Own } from './own.ts';

type As = (page: Page, index: Index) => Call;

const getting: As = (page, { shape, index, beside, selects }) => ({
  op: 'getitem',
  operands: [given(page, 'self', shape)],
  options: { index },
  ...(beside && { beside }),
  shape: selects,
});

const setting: As = (page, { shape, index, beside, selects }) => ({
  op: 'setitem',
  operands: [given(page, 'self', shape), given(page, 'value', selects)],
  options: { index },
  ...(beside && { beside }),
});

const callsOf = (page: Page, indices: Indices, as: As): Calls =>
  Object.fromEntries(Object.entries(indices).map(([name, index]) => [name, as(page, index)]));

const forms = (page: Page, as: As): readonly Form[] =>
  many
    .filter(({ once }) => as === getting || once)
    .map(({ at, once: _, ...form }) => ({ ...form, at: (n) => as(page, at(n)) }));

const ladder = (page: Page, as: As, more: readonly Group[]): Ladder => ({
  sizes: forms(page, as),
  layouts: {
    ...laidOut(callsOf(page, seen, as)),
    apart: [
      { id: 'places', where: 'by places', calls: callsOf(page, seenByPlaces, as) },
      { id: 'masks', where: 'by masks', calls: callsOf(page, seenByMasks, as) },
    ],
  },
  ranks: [
    { id: 'slices', where: 'by slices of every kind', calls: callsOf(page, slices, as) },
    { id: 'slices-without-steps', where: 'by slices without steps', calls: callsOf(page, withoutSteps, as) },
    { id: 'rank-5', where: 'by slices of four and five axes', calls: callsOf(page, long, as) },
    { id: 'masks', where: 'by masks', calls: callsOf(page, masks, as) },
    ...more,
  ],
});

/** One place that stands for three. */
const SAME: Given = { name: 'places', tensor: { dtype: 'int64', shape: [3], repeats: [2] } };

/** What is written into two rows, or two places. */
const stretched = (page: Page): Calls => ({
  _row: setting(page, { shape: [4, 3], index: ['1:3'], selects: [3] }),
  _column: setting(page, { shape: [4, 3], index: ['1:3'], selects: [2, 1] }),
  _number: setting(page, { ...repeated._inner!, selects: [] }),
  _one_place: setting(page, { ...single._columns!, beside: [viewed(SAME, one)], selects: [2, 1] }),
});

export const indexing: Own = {
  getitem: (page) => ({
    ...ladder(page, getting, [
      { id: 'tensors', where: 'by tensors of places', calls: callsOf(page, repeated, getting) },
      { id: 'pairs', where: 'by pairs of places', calls: callsOf(page, pairs, getting) },
    ]),
    second: callsOf(page, { _places: repeated._places!, _columns: repeated._columns! }, getting),
    secondApart: [{ id: 'pairs', where: 'by pairs of places', calls: callsOf(page, pairs, getting) }],
  }),
  setitem: (page) => ({
    ...ladder(page, setting, [
      { id: 'tensors', where: 'by tensors of places', calls: callsOf(page, single, setting) },
      { id: 'broadcast', where: 'where what is written is stretched', calls: stretched(page) },
    ]),
    second: callsOf(page, { _rows: slices._rows! }, setting),
    secondApart: [
      { id: 'pairs', where: 'by pairs of places', calls: callsOf(page, { _pairs: single._pairs! }, setting) },
    ],
  }),
};
