import type { Call, Tools } from '../../mutants/mutation.ts';
import { type Fault, wrongOp, wrongOps } from './fault.ts';

const none = {};

interface Slice {
  readonly start: number | undefined;
  readonly stop: number | undefined;
  readonly step: number | undefined;
}
type Entry = number | boolean | null | '...' | Slice | { readonly tensor: unknown };

const indexOf = (o: unknown): readonly Entry[] => (o as { index: readonly Entry[] }).index;
const isSlice = (entry: Entry | undefined): entry is Slice =>
  typeof entry === 'object' && entry !== null && 'step' in entry;
/** The index tensor of an entry, if it is one. */
const tensorOf = (entry: Entry | undefined): unknown =>
  typeof entry === 'object' && entry !== null && 'tensor' in entry ? entry.tensor : undefined;

/** An op whose index is changed: `change` is given each entry with the place where it stands. */
const reindexed =
  (change: (entry: Entry, at: number, t: unknown) => Entry) =>
  (right: Call): Call =>
  (...args) => {
    const index = indexOf(args.at(-1)).map((entry, at) => change(entry, at, args[0]));
    return right(...args.slice(0, -1), { index });
  };

/** The same of index tensors of integers alone. */
const reread = (change: (index: unknown, n: number) => unknown, { dtype, shape }: Tools): ((right: Call) => Call) =>
  reindexed((entry, at, t) => {
    const index = tensorOf(entry);
    return index === undefined || dtype(index) === 'bool' ? entry : { tensor: change(index, shape(t)[at]!) };
  });

/** What is out of range is clipped, as the ends of slices are. */
const clipped =
  ({ shape }: Tools) =>
  (entry: Entry, at: number, t: unknown): Entry => {
    const n = shape(t)[at];
    return typeof entry === 'number' && n !== undefined ? Math.min(Math.max(entry, -n), n - 1) : entry;
  };

const turned = (t: unknown, { ops }: Tools): unknown => ops.transpose!(t, { dim0: 0, dim1: 1 });

/** Faults of getitem and setitem, by law. */
export const indexingFaults: Readonly<Record<string, readonly Fault[]>> = {
  'shape/getitem-picks-element-by-element': [
    // A slice is cut to whole steps: of three elements by two, only one.
    wrongOp('getitem', (right, { shape }) => (t, o) => {
      const [entry, ...more] = indexOf(o);
      if (!isSlice(entry)) return right(t, o);
      const between = right(t, { index: [{ ...entry, step: undefined }] });
      const whole = Math.floor(shape(between)[0]! / (entry.step ?? 1)) * (entry.step ?? 1);
      const cut = right(between, { index: [{ start: 0, stop: whole, step: undefined }] });
      return right(cut, { index: [{ start: undefined, stop: undefined, step: entry.step }, ...more] });
    }),
    // An end beyond the axis is not clipped.
    wrongOp('getitem', (right, { shape }) => (t, o) => {
      const [entry] = indexOf(o);
      if (isSlice(entry) && (entry.stop ?? 0) > shape(t)[0]!) throw new Error('the slice ends beyond the axis');
      return right(t, o);
    }),
  ],
  'shape/negative-index-counts-from-end': [
    // Every axis is as long as the first.
    wrongOp('getitem', (right, { shape }) =>
      reindexed((entry, _, t) => (typeof entry === 'number' && entry < 0 ? entry + shape(t)[0]! : entry))(right),
    ),
    // In an index tensor, what is negative is the first row.
    wrongOp('getitem', (right, tools) =>
      reread((i) => tools.ops.maximum!(i, tools.ops.zeros_like!(i, none), none), tools)(right),
    ),
  ],
  'shape/index-out-of-range-raises': [
    wrongOps(['getitem', 'setitem'], (right, tools) => reindexed(clipped(tools))(right)),
    // Rows beyond the last are taken for the first.
    wrongOps(['getitem', 'setitem'], (right, tools) =>
      reread((i, n) => {
        const { lt, where, zeros_like } = tools.ops;
        return where!(lt!(i, n, none), i, zeros_like!(i, none), none);
      }, tools)(right),
    ),
  ],
  'shape/mask-selects': [
    // A square is read column by column.
    wrongOp('getitem', (right, tools) => (t, o) => {
      const mask = tensorOf(indexOf(o)[0]);
      const [rows, columns, ...more] = mask === undefined ? [] : tools.shape(mask);
      const square = rows !== undefined && rows === columns && more.length === 0;
      return square ? right(turned(t, tools), { index: [{ tensor: turned(mask, tools) }] }) : right(t, o);
    }),
    // A mask of one axis holds for the last axis, where that has as many elements.
    wrongOp('getitem', (right, { shape }) => (t, o) => {
      const mask = tensorOf(indexOf(o)[0]);
      const vector = mask !== undefined && shape(mask).length === 1 && shape(mask)[0] === shape(t).at(-1);
      return right(t, vector ? { index: ['...', { tensor: mask }] } : o);
    }),
  ],
  'shape/setitem-writes-exactly-there': [
    // The step of a slice is not heeded where one number is written.
    wrongOp('setitem', (right, { shape }) => (t, value, o) => {
      const single = shape(value).every((n) => n === 1);
      return right(t, value, {
        index: indexOf(o).map((entry) => (single && isSlice(entry) ? { ...entry, step: undefined } : entry)),
      });
    }),
    // Of a vector, only the first element is written.
    wrongOp('setitem', (right, { ops, shape }) => (t, value, o) => {
      const many = shape(value).length === 1 && shape(value)[0]! > 1;
      return right(t, many ? ops.getitem!(value, { index: [0] }) : value, o);
    }),
  ],
  'shape/index-tensor-repeats': [
    // An index tensor of two axes is taken for a list.
    wrongOp('getitem', (right, tools) =>
      reread((i) => (tools.shape(i).length > 1 ? tools.ops.reshape!(i, { shape: [-1] }) : i), tools)(right),
    ),
    // A row is given once, however often it is named.
    wrongOp('getitem', (right, tools) =>
      reread((i) => {
        const rows = [...new Set(tools.values(i).map(Number))];
        return tools.shape(i).length !== 1 || rows.length === 0 ? i : tools.ops.tensor!(rows, none);
      }, tools)(right),
    ),
  ],
};
