/** Gradients of ops that move elements: what comes back goes to where each element came from, whatever either of them is. */
import type { Element, Literal } from '../../values/case.ts';
import { CLASSES, type Class, elementOf } from '../classes.ts';
import { often, Program, stepOf } from '../program.ts';
import { rung, type Table } from '../rung.ts';
import { summedByPlaces, writtenByPlaces } from './by-places.ts';
import { OF_A_COLUMN, places } from './moving.ts';

const dtype = 'float32';
const N = CLASSES.length;
const elements = (classes: readonly Class[]): readonly Element[] => classes.map((one) => elementOf(one, dtype));
const EACH = elements(CLASSES);
/** Beside each special value an ordinary one comes back, and beside each ordinary one a special value. */
const BACK = elements(CLASSES.toReversed());
/** Three that come back to one element: their sum is the same in any order. */
const THREE = BACK.flatMap((one) => [one, 1, -2]);

/** Steps of an op; the names of what is looked at are given back. */
type Steps = (program: Program) => readonly string[];

/** Walks back from a tensor with these elements for its gradient. */
function back(program: Program, y: string, shape: readonly number[], coming: readonly Element[] = BACK): void {
  program.call('backward', [y, program.tensor(`c_${y}`, dtype, shape, coming)]);
}

const leaf = (program: Program, name: string, shape: readonly number[], all: readonly Element[] = EACH): string =>
  program.tensor(name, dtype, shape, all, true);

/** Steps that are handed how leaves are made here. */
const withTheirs = (all: typeof writtenByPlaces): Readonly<Record<string, Steps>> =>
  Object.fromEntries(
    Object.entries(all).map(([op, steps]): [string, Steps] => [op, (program) => steps(program, leaf, back)]),
  );

const joined =
  (op: string, shape: readonly number[]): Steps =>
  (program) => {
    const leaves = [leaf(program, 'x', [N, 1]), leaf(program, 'y', [N, 1], BACK)];
    program.call(op, [leaves], 'z', { dim: 1 });
    back(
      program,
      'z',
      shape,
      BACK.flatMap((one, k) => [one, EACH[k]!]),
    );
    return leaves;
  };

const OTHERWISE: Readonly<Record<string, Steps>> = {
  ...withTheirs(writtenByPlaces),
  cat: joined('cat', [N, 2]),
  stack: joined('stack', [N, 2, 1]),
  diag: (program) => {
    program.call('diag', [leaf(program, 'x', [N])], 'z');
    back(program, 'z', [N, N]);
    return ['x'];
  },
  diagonal: (program) => {
    program.call('diagonal', [leaf(program, 'x', [N, N])], 'z');
    back(program, 'z', [N]);
    return ['x'];
  },
  where: (program) => {
    program.tensor('taken', 'bool', [2 * N], [true, false]);
    const leaves = [leaf(program, 'x', [2 * N], [...EACH, ...EACH]), leaf(program, 'y', [2 * N], [...EACH, ...EACH])];
    program.call('where', ['taken', ...leaves], 'z');
    back(program, 'z', [2 * N], [...BACK, ...BACK]);
    return leaves;
  },
};

/** Those where what comes back to an element is a sum, of what comes to several places or of it and zeros: no zero keeps its sign. */
const SUMMED: Readonly<Record<string, Steps>> = {
  ...withTheirs(summedByPlaces),
  getitem: (program) => {
    places(program);
    const indices: readonly (readonly [Literal, number])[] = [
      ['1::2', Math.floor(N / 2)],
      [{ ref: 'i' }, N],
      [{ ref: 'm' }, Math.ceil(N / 2)],
    ];
    return indices.map(([index, size], k) => {
      program.call('getitem', [leaf(program, `x${k}`, [N])], `z${k}`, { index: [index] });
      back(program, `z${k}`, [size], BACK.slice(0, size));
      return `x${k}`;
    });
  },
  setitem: (program) => {
    const twice = (all: readonly Element[]): readonly Element[] => all.flatMap((one) => [one, one]);
    const leaves = [leaf(program, 'x', [N, 2], twice(EACH)), leaf(program, 'y', [N, 1])];
    program.call('clone', ['x'], 'u');
    program.call('setitem', ['u', 'y'], undefined, { index: [':', ':1'] });
    back(program, 'u', [N, 2], twice(BACK));
    return leaves;
  },
  ...Object.fromEntries(
    ['expand', 'broadcast_to', 'repeat', 'tile'].map((op): [string, Steps] => [
      op,
      (program) => {
        program.call(op, [leaf(program, 'x', [N, 1])], 'z', OF_A_COLUMN[op]);
        back(program, 'z', [N, 3], THREE);
        return ['x'];
      },
    ]),
  ),
  repeat_interleave: (program) => {
    program.call('repeat_interleave', [leaf(program, 'x', [N, 1]), 3], 'z', { dim: 1 });
    back(program, 'z', [N, 3], THREE);
    return ['x'];
  },
  copy_: (program) => {
    program.tensor('u', dtype, [N, 3], [0.25]);
    program.call('copy_', ['u', leaf(program, 'x', [N, 1])]);
    back(program, 'u', [N, 3], THREE);
    return ['x'];
  },
  fill_: (program) => {
    leaf(program, 'x', [N]);
    program.tensor('u', dtype, [2], [0.25]);
    program.tensor('c', dtype, [2], [1, 0.5]);
    program.ops.push({
      for: 'r',
      of: 'x',
      ops: [stepOf('clone', ['u'], 'v'), stepOf('fill_', ['v', 'r']), stepOf('backward', ['v', 'c'])],
    });
    return ['x'];
  },
};

const column =
  (op: string): Steps =>
  (program) => {
    const options = OF_A_COLUMN[op]!;
    program.call(op, [leaf(program, 'x', [N, 1])], 'z', options);
    back(program, 'z', SHAPES[op] ?? [N, 1]);
    return ['x'];
  };
/** Of what is made of a column, where it is none. */
const SHAPES: Readonly<Record<string, readonly number[]>> = {
  T: [1, N],
  flatten: [N],
  movedim: [1, N],
  permute: [1, N],
  ravel: [N],
  reshape: [1, N, 1],
  rot90: [1, N],
  select: [N],
  squeeze: [N],
  transpose: [1, N],
  unflatten: [N, 1, 1],
  unsqueeze: [N, 1, 1],
  view: [1, N, 1],
};

export const movedBack: Table = (page, of) => {
  const { name: op } = page;
  if (of !== dtype || page.differentiable.length === 0) return [];
  const steps = SUMMED[op] ?? OTHERWISE[op] ?? (op in OF_A_COLUMN ? column(op) : undefined);
  if (steps === undefined) return [];
  const program = new Program();
  const leaves = steps(program);
  program.look(op in SUMMED ? often[dtype] : 'exact', ...leaves.map((name) => `${name}.grad`));
  return [
    rung(page, dtype, 'gradient', 'C2', `the gradient of ${op} at special values, and of special values`, program),
  ];
};
