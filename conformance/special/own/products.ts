/** Products of vectors and matrices: every pair of special values as factors, and each in a sum of several terms. */
import type { Page } from '../../pages/page.ts';
import type { Element } from '../../values/case.ts';
import type { FloatDtype } from '../../values/dtypes.ts';
import { CLASSES, elementOf, WIDE } from '../classes.ts';
import { isOpen } from '../left-open/index.ts';
import { often, once, Program, stepOf } from '../program.ts';
import { rung, type Table } from '../rung.ts';

type Shape = readonly number[];

/** How the factors of an op lie: n terms of one sum, n rows of k terms each, a factor for them, and n by m products. */
export interface Product {
  readonly terms: readonly [(n: number) => Shape, (n: number) => Shape];
  readonly rows: (n: number, k: number) => Shape;
  readonly factor: (k: number) => Shape;
  /** Absent: an op of one product. */
  readonly table?: readonly [(n: number) => Shape, (m: number) => Shape];
  /** Of zeros, in front of the factors: what an op adds the products to. */
  readonly added?: Shape;
  readonly bias?: (n: number) => Shape;
  /** Of n products with one factor in common, of an op that has a bias. */
  readonly result?: (n: number) => Shape;
}

const vectors: Product = { terms: [(n) => [n], (n) => [n]], rows: (n, k) => [n, k], factor: (k) => [k] };
const matrices: Product = {
  terms: [(n) => [1, n], (n) => [n, 1]],
  rows: (n, k) => [n, k],
  factor: (k) => [k, 1],
  table: [(n) => [n, 1], (m) => [1, m]],
};
const stacks: Product = {
  terms: [(n) => [1, 1, n], (n) => [1, n, 1]],
  rows: (n, k) => [1, n, k],
  factor: (k) => [1, k, 1],
  table: [(n) => [1, n, 1], (m) => [1, 1, m]],
};
export const PRODUCTS: Readonly<Record<string, Product>> = {
  mm: matrices,
  matmul: matrices,
  mv: { terms: [(n) => [1, n], (n) => [n]], rows: (n, k) => [n, k], factor: (k) => [k] },
  dot: vectors,
  vdot: vectors,
  inner: {
    terms: [(n) => [1, n], (n) => [1, n]],
    rows: (n, k) => [n, k],
    factor: (k) => [1, k],
    table: [(n) => [n, 1], (m) => [m, 1]],
  },
  bmm: stacks,
  addmm: { ...matrices, added: [] },
  baddbmm: { ...stacks, added: [] },
  linear: {
    terms: [(n) => [1, n], (n) => [1, n]],
    rows: (n, k) => [n, k],
    factor: (k) => [1, k],
    table: [(n) => [n, 1], (m) => [m, 1]],
    bias: (n) => [n],
    result: (n) => [1, n],
  },
  conv2d: {
    terms: [(n) => [1, n, 1, 1], (n) => [1, n, 1, 1]],
    rows: (n, k) => [n, 1, 1, k],
    factor: (k) => [1, 1, 1, k],
    table: [(n) => [n, 1, 1, 1], (m) => [m, 1, 1, 1]],
    bias: (n) => [n],
    result: (n) => [1, n, 1, 1],
  },
};

/** Ops of two vectors, which give one sum. */
const isOfVectors = (op: string): boolean => PRODUCTS[op] === vectors;

/** The operands of a product of two factors. */
const operandsOf = ({ added }: Product, ...factors: readonly string[]): readonly string[] =>
  added === undefined ? factors : ['added', ...factors];

const all = (op: string, dtype: FloatDtype): readonly Element[] =>
  CLASSES.filter((one) => !isOpen({ op, dtype, part: 'value', classes: [one] })).map((one) => elementOf(one, dtype));

/** Each first, in the middle and last among terms that are rounded by nobody. */
const placed = (classes: readonly Element[]): readonly Element[] =>
  classes.flatMap((one) => [0, 1, 2].flatMap((place) => [0.25, -2.5].toSpliced(place, 0, one as never)));

export const products: Table = (page, dtype) => {
  const product = PRODUCTS[page.name];
  if (product === undefined) return [];
  const { name: op } = page;
  return [
    rung(page, dtype, 'values', 'C1', `${op} of special values`, values(page, dtype, product)),
    rung(page, dtype, 'gradient', 'C2', `the gradients of ${op} at special values`, gradient(page, dtype, product)),
  ];
};

function values(page: Page, dtype: FloatDtype, product: Product): Program {
  const { name: op } = page;
  const program = new Program();
  const see = (out: string): void => program.look(once[dtype], out);
  const { rows, factor, table, bias } = product;
  const each = all(op, dtype);
  const of = (...factors: readonly string[]): readonly string[] => operandsOf(product, ...factors);
  addedOf(program, dtype, product);
  const N = each.length;
  program.tensor('rows', dtype, rows(3 * N, 3), placed(each));
  program.tensor('f', dtype, factor(3), [0.5, -2, 1]);
  program.tensor('zeros', dtype, factor(3), [0]);
  for (const [name, f] of [
    ['y_placed', 'f'],
    ['y_zeros', 'zeros'],
  ] as const) {
    if (isOfVectors(op))
      program.ops.push(
        loop(`r_${f}`, 'rows', stepOf(op, of(`r_${f}`, f), `m_${f}`), stepOf('record', [`m_${f}`], name)),
      );
    else program.call(op, of('rows', f), name);
    see(name);
  }
  if (ROW_BY_ROW.has(op) && dtype === 'float32') {
    // Row by row, each is the first or the last element of all.
    program.tensor('each', dtype, [3 * N, ...product.rows(1, 3)], placed(each));
    program.ops.push(loop('r', 'each', stepOf(op, ['r', 'f'], 'm_each'), stepOf('record', ['m_each'], 'y_each')));
    see('y_each');
  }
  if (table !== undefined) {
    program.tensor('x', dtype, table[0](N), each);
    program.tensor('w', dtype, table[1](N), each);
    program.call(op, of('x', 'w'), 'y');
    see('y');
  } else if (WIDE.includes(dtype)) {
    // One row for each class of a factor; of a dot, one for each pair.
    program.tensor('x', dtype, [N, 1], each);
    program.tensor('w', dtype, [N, 1], each);
    const inner = [stepOf(op, [isOfVectors(op) ? 'a' : 'x', 'b'], 'm'), stepOf('record', ['m'], 'y')];
    const over = loop('b', 'w', ...inner);
    program.ops.push(isOfVectors(op) ? { for: 'a', of: 'x', ops: [over] } : over);
    see('y');
  }
  if (bias !== undefined) {
    program.tensor('u', dtype, table![0](1), [1]);
    program.tensor(
      'v',
      dtype,
      table![1](N * N),
      each.flatMap((one) => each.map(() => one)),
    );
    program.tensor('b', dtype, bias(N * N), each);
    program.call(op, ['u', 'v', 'b'], 'y_bias');
    see('y_bias');
  }
  return program;
}

/** Of matrices, a row alone is one too. */
const ROW_BY_ROW: ReadonlySet<string> = new Set(['mm', 'matmul', 'mv', 'bmm']);

const addedOf = (program: Program, dtype: FloatDtype, { added }: Product): void => {
  if (added !== undefined) program.tensor('added', dtype, added, [0]);
};

const loop = (name: string, of: string, ...ops: ReturnType<typeof stepOf>[]) => ({ for: name, of, ops });

/** Of one sum, whose terms do not meet in the gradients. */
function gradient({ name: op }: Page, dtype: FloatDtype, product: Product): Program {
  const { terms, table, bias, result } = product;
  const program = new Program();
  addedOf(program, dtype, product);
  const each = all(op, dtype);
  const shapes = terms.map((shape) => shape(each.length));
  program.tensor('x', dtype, shapes[0]!, each, true);
  program.tensor('w', dtype, shapes[1]!, each.toReversed(), true);
  program.call(op, operandsOf(product, 'x', 'w'), 'y');
  program.call('sum', ['y'], 's');
  program.call('mul', ['s', -1.5], 'p');
  program.call('backward', ['p']);
  program.look(often[dtype], 'x.grad', 'w.grad');
  if (bias === undefined) return program;
  const [one, many] = table!;
  program.tensor('u', dtype, one(1), [1]);
  program.tensor('v', dtype, many(each.length), [0.5]);
  program.tensor('b', dtype, bias(each.length), each, true);
  program.call(op, ['u', 'v', 'b'], 'y_bias');
  program.differentiate('y_bias', dtype, result!(each.length), '_bias');
  program.look(often[dtype], 'b.grad');
  return program;
}
