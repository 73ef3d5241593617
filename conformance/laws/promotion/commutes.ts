import fc from 'fast-check';
import { tensor } from '../../arbitraries/tensor.ts';
import { binary, both, numberOnEitherSide, symmetric } from '../../pages/families.ts';
import { pages } from '../../pages/pages.gen.ts';
import type { Dtype, Literal, TensorValue } from '../../values/case.ts';
import { every } from '../family.ts';
import type { Law } from '../law.ts';
import { inEitherOrder } from '../order.ts';
import { type Part, parts } from './parts.ts';

const ops = every(both(binary, symmetric));

/** A shape, or undefined for a Python number. */
const places: readonly (readonly number[] | undefined)[] = [[2], [], [1, 2], undefined];
const numbers: readonly Literal[] = [3, true, { float: 2 }, 0.1, { float: 'Infinity' }];

interface Pair {
  readonly a: TensorValue;
  /** A tensor, or a number. */
  readonly b: TensorValue | Literal;
}
const isTensor = (b: Pair['b']): b is TensorValue => typeof b === 'object' && b !== null && 'dtype' in b;

const partOf = (op: string, { a, b }: Pair, k: number): Part => {
  const [first, out, turned] = [`a${k}`, `c${k}`, `d${k}`];
  const other = isTensor(b) ? `b${k}` : b;
  return {
    inputs: { [first]: a, ...(isTensor(b) && { [`b${k}`]: b }) },
    due: [],
    steps: [
      { op, in: [first, other], out },
      { op, in: [other, first], out: turned },
    ],
    expected: (seen) => ({ [turned]: inEitherOrder(op, seen[out]!) }),
  };
};

/**
 * Any values, those of no bound included: what is computed does not matter, only that it is the same. Also of `add`, whose
 * option `alpha` alone keeps it from being symmetric.
 */
export const commutes: Law = {
  id: 'promotion/commutes',
  title: 'operands of any dtypes give the same dtype and values in either order',
  clauses: ['dtypes.C5', 'dtypes.C6', 'dtypes.C7', 'dtypes.C8'],
  families: [ops],
  trials: ({ dtypes }) =>
    dtypes.length === 0
      ? { lacks: 'a dtype' }
      : fc.constantFrom('add', ...ops.ops).chain((op) => {
          const besides = places.filter((beside) => beside !== undefined || numberOnEitherSide(pages[op]!));
          const pair = fc
            .tuple(
              fc.constantFrom<Dtype[]>(...dtypes),
              fc.constantFrom<Dtype[]>(...dtypes),
              fc.constantFrom([2], [], [1, 2]),
              fc.constantFrom(...besides),
            )
            .chain(([first, second, at, beside]) =>
              fc.record<Pair>({
                a: tensor(first, at, { special: true }),
                b: beside === undefined ? fc.constantFrom(...numbers) : tensor(second, beside, { special: true }),
              }),
            );
          return parts(pair, (one, k) => partOf(op, one, k));
        }),
};
