/** Products of matrices, wrong past a tile of rows, columns or terms, or past some batch. */
import type { Page } from '../../pages/page.ts';
import { narrowed, remade, replaceBy } from '../calls/again.ts';
import type { Called } from '../calls/called.ts';
import { unwritten } from '../calls/damage.ts';
import type { Fault } from '../calls/fault.ts';
import { countOf } from '../calls/memory.ts';

const kind = 'size';
const TILES = [4, 16, 64];

/** Where the sum runs, in either operand; of `linear` along the last axis of both. */
const terms = ({ page, given: [a, b] }: Called): { left: number; right: number; count: number } | undefined => {
  if (a === undefined || b === undefined) return undefined;
  const [m, n] = [a.memory.shape.length, b.memory.shape.length];
  if (m === 0 || n === 0) return undefined;
  const right = page.name === 'linear' || n === 1 ? n - 1 : n - 2;
  return { left: m - 1, right, count: a.memory.shape.at(-1)! };
};

const axis = (name: string, from: -1 | -2, n: number): Fault => ({
  kind,
  name: `no ${name} of the product past ${n}`,
  when: ({ given: [a, b] }) =>
    a !== undefined && b !== undefined && a.memory.shape.length > 1 && b.memory.shape.length > 1,
  result: (y) => {
    const size = y.shape.at(from);
    if (size === undefined || y.shape.length < -from) return;
    const step = from === -1 ? 1 : y.shape.at(-1)!;
    for (let i = 0; i < y.data.length; i++)
      if (Math.floor(i / step) % size >= n) y.data[i] = unwritten(y.dtype, y.data[i]!);
  },
});

/** By its page: a product of matrices or vectors. */
export const products = ({ name, shape }: Page): readonly Fault[] => {
  if (shape !== 'matmul' && name !== 'linear') return [];
  const tiles = TILES.flatMap((n): Fault[] => [
    {
      kind,
      name: `no terms of the sum past ${n}`,
      when: (called) => (terms(called)?.count ?? 0) > n,
      result: (y, called, k) => {
        const { left, right } = terms(called)!;
        const [a, b] = called.given;
        const tensors = new Map([
          [a!.tensor, narrowed(called.tools, a!.tensor, left, n)],
          [b!.tensor, narrowed(called.tools, b!.tensor, right, n)],
        ]);
        replaceBy(called, { tensors }, y, k);
      },
    },
    ...(name === 'dot' ? [] : [axis('rows', -2, n), axis('columns', -1, n)]),
  ]);
  return name === 'matmul' ? [...tiles, ...[1, 4, 8].map(batches)] : tiles;
};

const batches = (n: number): Fault => ({
  kind,
  name: `batch ${n + 1} and later read from the first matrix of other`,
  when: ({ given: [, b] }) => b !== undefined && b.memory.shape.length > 2,
  result: (y, called, k) => {
    const b = called.given[1]!;
    const size = countOf(b.memory.shape.slice(-2));
    const other = remade(called, b, ({ data }) => {
      for (let i = n * size; i < data.length; i++) data[i] = data[i % size]!;
    });
    replaceBy(called, { tensors: new Map([[b.tensor, other]]) }, y, k);
  },
});
