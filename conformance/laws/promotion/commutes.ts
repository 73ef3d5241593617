import fc from 'fast-check';
import { elementsOf, tensor } from '../../arbitraries/tensor.ts';
import { binary, both, numberOnEitherSide, symmetric } from '../../pages/families.ts';
import { pages } from '../../pages/pages.gen.ts';
import type { Dtype, Literal, TensorValue } from '../../values/case.ts';
import { element as written } from '../../values/decimal.ts';
import { type FloatDtype, isFloat } from '../../values/dtypes.ts';
import { round } from '../../values/round.ts';
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

/** `zero` with a number that the 16-bit dtype of the tensor beside it holds too: 7 bits of an integer fit into each. */
const narrowed = (zero: TensorValue, beside: FloatDtype): TensorValue => {
  const [x] = elementsOf(zero);
  if (typeof x === 'boolean') return zero;
  return { ...zero, data: written(isFloat(zero.dtype) ? round(Number(x), beside) : Number(x) % 128, zero.dtype) };
};

const isNarrow = ({ dtype, shape }: TensorValue): boolean =>
  shape.length > 0 && (dtype === 'float16' || dtype === 'bfloat16');

/**
 * A 0-d tensor beside a 16-bit one is rounded to 16 bits in one place and taken as it is in the other, since PyTorch computes with
 * more digits than the result has: `mul(bfloat16, float32 0.1)` is not `mul(float32 0.1, bfloat16)` there.
 */
const exact = ({ a, b }: Pair): Pair => {
  if (!isTensor(b)) return { a, b };
  if (a.shape.length === 0 && isNarrow(b)) return { a: narrowed(a, b.dtype as FloatDtype), b };
  if (b.shape.length === 0 && isNarrow(a)) return { a, b: narrowed(b, a.dtype as FloatDtype) };
  return { a, b };
};

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
          return parts(pair.map(exact), (one, k) => partOf(op, one, k));
        }),
};
