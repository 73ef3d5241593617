/** What an index tensor takes, writes and adds: each special value arrives as it was, and comes back so. */
import type { Element } from '../../values/case.ts';
import type { FloatDtype } from '../../values/dtypes.ts';
import { CLASSES, literalOf } from '../classes.ts';
import type { Program } from '../program.ts';

const N = CLASSES.length;
const ORDER = Array.from({ length: N }, (_, k) => (k * 5) % N);

/** Of each element its place in another order, as a column. */
const column = (program: Program): void => {
  program.tensor('i', 'int64', [N, 1], ORDER);
};
const vector = (program: Program): void => {
  program.tensor('i', 'int64', [N], ORDER);
};

/** Steps of an op on a column `x` of all classes; the names of what is looked at are given back. */
type Steps = (program: Program, dtype: FloatDtype) => readonly string[];

export const takenByPlaces: Readonly<Record<string, Steps>> = {
  gather: (program) => {
    column(program);
    program.call('gather', ['x', 'i'], 'z', { dim: 0 });
    return ['z'];
  },
  take_along_dim: (program) => {
    column(program);
    program.call('take_along_dim', ['x', 'i'], 'z', { dim: 0 });
    return ['z'];
  },
  index_select: (program) => {
    vector(program);
    program.call('index_select', ['x', 'i'], 'z', { dim: 0 });
    return ['z'];
  },
  masked_select: (program) => {
    program.tensor('m', 'bool', [N, 1], [true]);
    program.call('masked_select', ['x', 'm'], 'z');
    return ['z'];
  },
  sort: (program) => {
    program.call('sort', ['x'], ['z', 'p'], { dim: 0, stable: true });
    program.call('sort', ['x'], ['w', 'q'], { dim: 0, stable: true, descending: true });
    return ['z', 'p', 'w', 'q'];
  },
  argsort: (program) => {
    program.call('argsort', ['x'], 'p', { dim: 0, stable: true });
    program.call('argsort', ['x'], 'q', { dim: 0, stable: true, descending: true });
    return ['p', 'q'];
  },
  nonzero: (program) => {
    program.call('nonzero', ['x'], 'z');
    return ['z'];
  },
  scatter: (program, dtype) => {
    column(program);
    program.tensor('self', dtype, [N, 1], [0.25]);
    program.call('scatter', ['self', 'i', 'x'], 'z', { dim: 0 });
    return ['z'];
  },
  scatter_add: (program, dtype) => {
    column(program);
    program.tensor('self', dtype, [N, 1], [1]);
    program.call('scatter_add', ['self', 'i', 'x'], 'z', { dim: 0 });
    program.call('scatter_add', ['x', 'i', 'self'], 'w', { dim: 0 });
    return ['z', 'w'];
  },
  index_add: (program, dtype) => {
    vector(program);
    program.tensor('self', dtype, [N, 1], [1]);
    program.call('index_add', ['self', 'i', 'x'], 'z', { dim: 0 });
    program.call('index_add', ['x', 'i', 'self'], 'w', { dim: 0 });
    return ['z', 'w'];
  },
  index_fill: (program, dtype) => {
    program.tensor('i', 'int64', [1], [1]);
    program.tensor('self', dtype, [2], [0.25]);
    for (const [k, one] of CLASSES.entries()) {
      program.call('getitem', ['x'], `v_${one}`, { index: [k, 0] });
      program.call('index_fill', ['self', 'i', `v_${one}`], `t_${one}`, { dim: 0 });
      program.call('index_fill', ['self', 'i', literalOf(one, dtype)], `n_${one}`, { dim: 0 });
    }
    return CLASSES.flatMap((one) => [`t_${one}`, `n_${one}`]);
  },
};

type Leaf = (program: Program, name: string, shape: readonly number[], all?: readonly Element[]) => string;
type Back = (program: Program, y: string, shape: readonly number[]) => void;

/** The same for gradients: of leaves of all classes, and of what comes back to them. */
type StepsBack = (program: Program, leaf: Leaf, back: Back) => readonly string[];

/** Where each comes to one element. */
export const writtenByPlaces: Readonly<Record<string, StepsBack>> = {
  masked_select: (program, leaf, back) => {
    program.tensor('m', 'bool', [N], [true]);
    program.call('masked_select', [leaf(program, 'x', [N]), 'm'], 'z');
    back(program, 'z', [N]);
    return ['x'];
  },
  ...Object.fromEntries(
    ['scatter', 'scatter_add', 'index_add'].map((op): [string, StepsBack] => [
      op,
      (program, leaf, back) => {
        vector(program);
        const leaves = [leaf(program, 'x', [N]), leaf(program, 'y', [N])];
        program.call(op, ['x', 'i', 'y'], 'z', { dim: 0 });
        back(program, 'z', [N]);
        return leaves;
      },
    ]),
  ),
  sort: (program, leaf, back) => {
    program.call('sort', [leaf(program, 'x', [N])], ['z', null], { stable: true });
    back(program, 'z', [N]);
    return ['x'];
  },
  index_fill: (program, leaf, back) => {
    program.tensor('i', 'int64', [1], [0]);
    program.call('index_fill', [leaf(program, 'x', [N]), 'i', 7], 'z', { dim: 0 });
    back(program, 'z', [N]);
    return ['x'];
  },
};

/** Where what comes back is added to zeros. */
export const summedByPlaces: Readonly<Record<string, StepsBack>> = Object.fromEntries(
  ['gather', 'take_along_dim', 'index_select'].map((op): [string, StepsBack] => [
    op,
    (program, leaf, back) => {
      vector(program);
      program.call(op, [leaf(program, 'x', [N]), 'i'], 'z', { dim: 0 });
      back(program, 'z', [N]);
      return ['x'];
    },
  ]),
);
