/** Ops that move elements: each arrives as it was, with its sign and all its digits. */
import type { Literal } from '../../values/case.ts';
import type { FloatDtype } from '../../values/dtypes.ts';
import { CLASSES, elementOf, literalOf } from '../classes.ts';
import { once, Program } from '../program.ts';
import { rung, type Table } from '../rung.ts';
import { takenByPlaces } from './by-places.ts';

const N = CLASSES.length;
type Options = Readonly<Record<string, Literal>>;

/** What is done to a column of all classes. */
export const OF_A_COLUMN: Readonly<Record<string, Options>> = {
  T: {},
  clone: {},
  contiguous: {},
  detach: {},
  broadcast_to: { size: [N, 3] },
  expand: { size: [N, 3] },
  flatten: {},
  flip: { dims: [0] },
  movedim: { source: 0, destination: 1 },
  narrow: { dim: 0, start: 0, length: N },
  permute: { dims: [1, 0] },
  ravel: {},
  repeat: { repeats: [1, 3] },
  reshape: { shape: [1, N, 1] },
  roll: { shifts: 4, dims: 0 },
  rot90: {},
  select: { dim: 1, index: 0 },
  squeeze: { dim: 1 },
  tile: { dims: [3] },
  tolist: {},
  tril: {},
  triu: { diagonal: 1 - N },
  transpose: { dim0: 0, dim1: 1 },
  unflatten: { dim: 1, sizes: [1, 1] },
  unsqueeze: { dim: 1 },
  to_dense: {},
  view: { size: [1, N, 1] },
  ones_like: {},
  zeros_like: {},
};

/** A tensor of places and a mask, to take elements of a column by. */
export function places(program: Program): void {
  program.tensor(
    'i',
    'int64',
    [N],
    Array.from({ length: N }, (_, k) => (k * 5) % N),
  );
  program.tensor('m', 'bool', [N], [true, false]);
}

/** What else is done, step by step; the names of what is looked at are given back. */
type Steps = (program: Program, dtype: FloatDtype) => readonly string[];

const join =
  (op: string): Steps =>
  (program, dtype) => {
    program.tensor('y', dtype, [N, 1], all(dtype).toReversed());
    program.call(op, [['x', 'y']], 'z', { dim: 0 });
    program.call(op, [['x', 'y', 'x']], 'w', { dim: 1 });
    return ['z', 'w'];
  };

const OTHERWISE: Readonly<Record<string, Steps>> = {
  ...takenByPlaces,
  cat: join('cat'),
  stack: join('stack'),
  diag: (program) => {
    program.call('flatten', ['x'], 'v');
    program.call('diag', ['v'], 'z');
    program.call('diag', ['z'], 'w');
    return ['z', 'w'];
  },
  diagonal: (program) => {
    program.call('expand', ['x'], 'm', { size: [N, N] });
    program.call('diagonal', ['m'], 'z');
    return ['z'];
  },
  repeat_interleave: (program) => {
    program.tensor('n', 'int64', [N], [1, 0, 2]);
    program.call('repeat_interleave', ['x', 2], 'z', { dim: 1 });
    program.call('repeat_interleave', ['x', 'n'], 'w', { dim: 0 });
    return ['z', 'w'];
  },
  getitem: (program) => {
    places(program);
    const indices: readonly Literal[] = ['1::2', { ref: 'i' }, { ref: 'm' }];
    for (const [k, index] of indices.entries()) program.call('getitem', ['x'], `z${k}`, { index: [index] });
    return ['z0', 'z1', 'z2'];
  },
  item: (program) => {
    for (const [k, one] of CLASSES.entries()) {
      program.call('getitem', ['x'], `t_${one}`, { index: [k, 0] });
      program.call('item', [`t_${one}`], `z_${one}`);
    }
    return CLASSES.map((one) => `z_${one}`);
  },
  setitem: (program, dtype) => {
    program.tensor('self', dtype, [N, 2], [0.25]);
    program.call('setitem', ['self', 'x'], undefined, { index: [':', ':1'] });
    for (const [k, one] of CLASSES.entries()) {
      program.call('setitem', ['self', literalOf(one, dtype)], undefined, { index: [k, 1] });
    }
    return ['self'];
  },
  copy_: (program, dtype) => {
    const over = all(dtype).toReversed();
    program.tensor(
      'self',
      dtype,
      [N, 3],
      over.flatMap((one) => [one, one, one]),
    );
    program.call('copy_', ['self', 'x']);
    return ['self'];
  },
  fill_: (program, dtype) => {
    for (const [k, one] of CLASSES.entries()) {
      for (const [name, value] of [
        ['t', `v_${one}`],
        ['n', literalOf(one, dtype)],
      ] as const) {
        if (name === 't') program.call('getitem', ['x'], value, { index: [k, 0] });
        program.tensor(`${name}_${one}`, dtype, [2], [0.25, elementOf(CLASSES[N - 1 - k]!, dtype)]);
        program.call('fill_', [`${name}_${one}`, value]);
      }
    }
    return CLASSES.flatMap((one) => [`t_${one}`, `n_${one}`]);
  },
  zero_: (program) => {
    program.call('zero_', ['x']);
    return ['x'];
  },
  full: (program, dtype) => {
    for (const one of CLASSES)
      program.call('full', [], `z_${one}`, { size: [2], fill_value: literalOf(one, dtype), dtype });
    return CLASSES.map((one) => `z_${one}`);
  },
  tensor: (program, dtype) => {
    program.call('tensor', [CLASSES.map((one) => literalOf(one, dtype))], 'z', { dtype });
    return ['z'];
  },
  to_sparse: (program) => {
    program.call('to_sparse', ['x'], 's');
    program.call('to_dense', ['s'], 'z');
    return ['z'];
  },
};

const all = (dtype: FloatDtype) => CLASSES.map((one) => elementOf(one, dtype));

/** The ops that move the elements of a tensor which they are handed. */
export const isMoved = (op: string): boolean => (op in OF_A_COLUMN || op in OTHERWISE) && !(op in MAKES);
/** Those that add each to a number beside it. */
const ADDED: Readonly<Record<string, true>> = { scatter_add: true, index_add: true };
/** Those that are handed numbers alone. */
const MAKES: Readonly<Record<string, true>> = { full: true, tensor: true };

export const moving: Table = (page, dtype) => {
  const { name: op } = page;
  const program = new Program();
  if (!(op in MAKES)) program.tensor('x', dtype, [N, 1], all(dtype));
  const options = OF_A_COLUMN[op];
  const steps = OTHERWISE[op];
  if (options !== undefined) {
    program.call(op, ['x'], 'z', options);
    program.look(undefined, 'z');
  } else if (steps !== undefined) program.look(op in ADDED ? once[dtype] : undefined, ...steps(program, dtype));
  else return [];
  return [rung(page, dtype, 'values', 'C6', `${op} leaves special values as they are`, program)];
};
