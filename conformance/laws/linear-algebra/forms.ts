/** What the products of matrices and vectors take. */
import type { Shape } from '../../arbitraries/shape.ts';

/** A vector, a matrix, or a batch of two matrices, by its rank. */
export type Rank = 1 | 2 | 3;

/** A product of two operands of these ranks. */
export interface Form {
  readonly op: string;
  readonly first: Rank;
  readonly second: Rank;
}

/** Every op whose page says `shape: matmul`, with the ranks that it takes. */
const ranks: Readonly<Record<string, readonly (readonly [Rank, Rank])[]>> = {
  matmul: [
    [2, 2],
    [2, 1],
    [1, 2],
    [1, 1],
    [3, 2],
    [2, 3],
  ],
  mm: [[2, 2]],
  mv: [[2, 1]],
  dot: [[1, 1]],
  vdot: [[1, 1]],
  bmm: [[3, 3]],
};

export const forms: readonly Form[] = Object.entries(ranks).flatMap(([op, all]) =>
  all.map(([first, second]) => ({ op, first, second })),
);

/** The ops that multiply two matrices. */
export const ofMatrices: readonly string[] = forms
  .filter(({ first, second }) => first === 2 && second === 2)
  .map(({ op }) => op);

const BATCH = 2;

type Sizes = readonly [rows: number, inner: number, columns: number];

/** The shapes of the operands. */
export const shapesOf = ({ first, second }: Form, [n, m, p]: Sizes): [Shape, Shape] => {
  const rows = { 1: [m], 2: [n, m], 3: [BATCH, n, m] };
  const columns = { 1: [m], 2: [m, p], 3: [BATCH, m, p] };
  return [rows[first], columns[second]];
};

/** The shape of their product. */
export const resultOf = ({ first, second }: Form, [n, , p]: Sizes): Shape => [
  ...(first === 3 || second === 3 ? [BATCH] : []),
  ...(first > 1 ? [n] : []),
  ...(second > 1 ? [p] : []),
];
