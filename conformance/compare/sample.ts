import type { Dtype, Element, Nested, TensorValue } from '../values/case.ts';
import { type Accuracy, boundFor, tiers } from './bound.ts';
import { compareTensor, type Seen } from './compare.ts';

type Got = Omit<Seen, 'data'> & { data: readonly unknown[] };
/** What holds at strict, standard and relaxed: Y accepted, n rejected. */
export type Tiers = 'YYY' | 'nYY' | 'nnY' | 'nnn';
/** One row of the table by which the comparator is tested. */
export type Pair = readonly [what: string, expected: TensorValue, got: Got, accuracy: Accuracy, accepted: Tiers];

export const tensor = (dtype: Dtype, shape: number[], data: Nested<Element>): TensorValue => ({ dtype, shape, data });
export const seen = (dtype: Dtype, shape: number[], ...data: unknown[]): Got => ({ dtype, shape, data });
export const ulp = (n: number): Accuracy => ({ stated: { ulp: n } });
/** Accepts any two finite numbers of one sign below 1e30. */
export const huge: Accuracy = { stated: { rtol: 1, atol: 1e30 } };

/** Rows of two 0-d tensors of one dtype. */
export const scalars =
  (dtype: Dtype) =>
  (what: string, expected: Element, got: unknown, accuracy: Accuracy, accepted: Tiers): Pair => [
    `${dtype} ${what}`,
    tensor(dtype, [], expected),
    seen(dtype, [], got),
    accuracy,
    accepted,
  ];

export const acceptedAt = ([, expected, got, accuracy]: Pair): string =>
  tiers
    .map((tier) => compareTensor('x', expected, got, boundFor(accuracy, expected.dtype, tier)))
    .map((wrong) => (wrong.length === 0 ? 'Y' : 'n'))
    .join('');
