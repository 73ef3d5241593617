/** Small matrices for the laws of products. */
import fc from 'fast-check';
import type { Shape } from '../../arbitraries/shape.ts';
import { elementsOf } from '../../arbitraries/tensor.ts';
import type { TensorValue } from '../../values/case.ts';

/** A size of a matrix: from 1, as a product of nothing has a law of its own. */
export const side: fc.Arbitrary<number> = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 4 }) },
  // Squares, in which a swapped axis shows only in the values.
  { weight: 1, arbitrary: fc.constant(2) },
);

/** So many sizes. */
export const sides = (count: number): fc.Arbitrary<number[]> => fc.array(side, { minLength: count, maxLength: count });

/** The elements as numbers. */
export const numbersOf = (t: TensorValue): number[] => elementsOf(t).map(Number);

/** Σₖ aᵢₖ·bₖⱼ of matrices of n × m and m × p, row by row. */
export const product = (
  a: readonly number[],
  b: readonly number[],
  [n, m, p]: readonly [number, number, number],
): number[] =>
  Array.from({ length: n * p }, (_, at) => {
    const [i, j] = [Math.floor(at / p), at % p];
    let sum = 0;
    for (let k = 0; k < m; k++) sum += a[i * m + k]! * b[k * p + j]!;
    return sum;
  });

/** A vector as the one row that it is in front, or the one column behind. */
export const asMatrix = (s: Shape, place: 'front' | 'behind'): readonly [number, number] => {
  const [n, m] = s;
  if (m !== undefined) return [n!, m];
  return place === 'front' ? [1, n!] : [n!, 1];
};
