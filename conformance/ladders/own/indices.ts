/** Ways to index a tensor: by slices, by tensors of places, by pairs of them, by masks. */
import type { Literal } from '../../values/case.ts';
import type { Given, Shape } from '../call.ts';
import { mask, places, truths } from '../numbers.ts';
import { shape } from '../shapes.ts';

export interface Index {
  readonly shape: Shape;
  readonly index: readonly Literal[];
  readonly beside?: readonly Given[];
  /** Of what is selected. */
  readonly selects: Shape;
}
export type Indices = Readonly<Record<string, Index>>;

/** `3x2 → 2`: the shapes of what is indexed and of what is selected. */
const of = (shapes: string, index: readonly Literal[], ...beside: readonly Given[]): Index => {
  const [from, to] = shapes.split(' → ').map(shape) as [Shape, Shape];
  return { shape: from, index, selects: to, ...(beside.length > 0 && { beside }) };
};

/** A tensor of places. */
const at = (name: string, repeats: readonly number[], text = String(repeats.length)): Given => ({
  name,
  tensor: { dtype: 'int64', shape: shape(text), repeats },
});
const truth = (text: string): Given => {
  const [size] = shape(text) as [number];
  return { ...mask('mask', size), tensor: { ...mask('mask', size).tensor, shape: shape(text) } };
};

const AT: Literal = { ref: 'places' };
const PAIR: readonly Literal[] = [{ ref: 'rows' }, { ref: 'columns' }];
const TRUE: Literal = { ref: 'mask' };

export const slices: Indices = {
  _step: of('7 → 3', ['1:6:2']),
  _negative: of('3 → 2', ['-3::2']),
  _rows: of('4x3 → 2x2', ['1:-1', '::2']),
  _rest: of('2x3x4 → 2x3x2', ['...', '1:3']),
  _between: of('2x3x1x4 → 3x1x2', [1, '...', '::3']),
  _integers: of('2x3x4 → 3', [-1, ':', 2]),
  _new: of('2x3 → 2x1x2', [':', 'None', '1:']),
};

export const withoutSteps: Indices = {
  _rows: of('4x3 → 2x3', ['1:-1']),
  _columns: of('2x4 → 2x2', [':', '1:3']),
  _row: of('3x4 → 3', [1, '1:']),
};

/** What is selected has all axes that there were. */
export const long: Indices = {
  _four: of('2x3x2x4 → 2x2x2x2', [':', '1:', '...', '::2']),
  _five: of('2x1x3x2x3 → 2x1x2x2x2', [':', ':', '1:', ':', ':2']),
};

/** Places that come more than once. */
export const repeated: Indices = {
  _places: of('3 → 4', [AT], at('places', [1, 1, 0, 1])),
  _rows: of('3x2 → 3x2', [AT], at('places', [2, 0, 2])),
  _columns: of('2x3 → 2x4', [':', AT], at('places', [2, 0, 2, 1])),
  _inner: of('2x3x2 → 2x2x2', [':', AT], at('places', [-1, 0])),
  _matrix: of('4 → 2x3', [AT], at('places', [3, 0, 1, 3, 2, 0], '2x3')),
};
export const pairs: Indices = {
  _repeated: of('2x3 → 4', PAIR, at('rows', [1, 0, 1, 1]), at('columns', [2, 1, 2, 0])),
  _inner: of('2x2x3 → 2x3', [':', ...PAIR], at('rows', [1, 0, 1]), at('columns', [2, 1, 2])),
  _crossed: of('3x3 → 2x3', PAIR, at('rows', [2, 0], '2x1'), at('columns', [1, 2, 1])),
};
export const masks: Indices = {
  _whole: of('2x3 → 3', [TRUE], truth('2x3')),
  _rows: of('3x2 → 2x2', [TRUE], truth('3')),
  _columns: of('2x4 → 2x3', [':', TRUE], truth('4')),
};

/** Places that come once: of several that are written to one place, any may stay. */
export const single: Indices = {
  _columns: of('2x4 → 2x3', [':', AT], at('places', [2, 0, 3])),
  _pairs: of('3x3 → 3', PAIR, at('rows', [1, 0, 2]), at('columns', [2, 1, 2])),
};

/** Those of which each tensor is shown as a view. */
export const viewed: Indices = { _slice: of('5x4 → 2x3', ['1::2', ':-1']) };
export const viewedByPlaces: Indices = {
  _rows: of('4x3 → 3x3', [AT], at('places', [3, 0, 2])),
  _pairs: single._pairs!,
};
export const viewedByMasks: Indices = {
  _mask: of('4x2 → 3x2', [TRUE], truth('4')),
  _whole: masks._whole!,
};

/** So many places, truths or elements. */
export interface Many {
  readonly id: string;
  readonly many: string;
  readonly upTo?: number;
  readonly gradientsUpTo?: number;
  readonly once: boolean;
  readonly at: (n: number) => Index;
}
export const many: readonly Many[] = [
  {
    id: 'places',
    many: 'places',
    gradientsUpTo: 129,
    once: false,
    at: (n) => ({ shape: [n], index: [AT], beside: [places('places', n, n)], selects: [n] }),
  },
  {
    id: 'rows-by-places',
    many: 'rows, by their places',
    upTo: 257,
    once: false,
    at: (n) => ({ shape: [n, 2], index: [AT], beside: [places('places', n, n)], selects: [n, 2] }),
  },
  {
    id: 'columns-by-places',
    many: 'columns, by their places',
    upTo: 33,
    once: false,
    at: (n) => ({ shape: [2, n], index: [':', AT], beside: [places('places', n, n)], selects: [2, n] }),
  },
  {
    id: 'mask',
    many: 'truths in a mask',
    once: true,
    at: (n) => ({ shape: [n], index: [TRUE], beside: [mask('mask', n)], selects: [truths(n)] }),
  },
  {
    id: 'slice',
    many: 'elements in a slice',
    once: true,
    at: (n) => ({ shape: [2 * n], index: ['1::2'], selects: [n] }),
  },
  {
    id: 'columns',
    many: 'columns in a slice',
    upTo: 33,
    once: true,
    at: (n) => ({ shape: [2, n + 1], index: [':', '1:'], selects: [2, n] }),
  },
];
