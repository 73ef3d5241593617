import fc from 'fast-check';
import { shape } from '../../arbitraries/shape.ts';
import { nested } from '../../arbitraries/tensor.ts';
import { whole } from '../../arbitraries/whole.ts';
import type { Dtype, TensorValue } from '../../values/case.ts';
import { flatten } from '../../values/element.ts';
import { all } from '../claims.ts';
import type { Law } from '../law.ts';
import { wideNumeric } from '../offered.ts';

const few = (dtype: Dtype, n: number): fc.Arbitrary<TensorValue> => whole(dtype, [n], { low: 0, high: 6 });
const numbers = ({ data }: TensorValue): readonly number[] => flatten(data).map(Number);

export const searchsortedCounts: Law = {
  id: 'reductions/searchsorted-counts',
  title: 'searchsorted gives how many elements of a sequence are less than a value, or by right not larger',
  clauses: ['searchsorted.C1', 'searchsorted.C2'],
  trials: (lab) =>
    wideNumeric(lab, (dtype) =>
      fc
        .tuple(fc.nat({ max: 6 }), shape({ maxRank: 2, maxSize: 3 }), fc.boolean())
        .chain(([n, of, right]) =>
          fc.record({ s: few(dtype, n), x: whole(dtype, of, { low: 0, high: 6 }), right: fc.constant(right) }),
        )
        .map(({ s, x, right }) => {
          const sorted = numbers(s).toSorted((a, b) => a - b);
          const due = numbers(x).map((value) => sorted.filter((one) => one < value || (right && one === value)).length);
          return {
            inputs: { s: { ...s, data: sorted }, x },
            ops: [{ op: 'searchsorted', in: ['s', 'x'], ...(right && { with: { right } }), out: 'y' }],
            observe: ['y'],
            statement: () =>
              all({ y: { dtype: 'int64', shape: x.shape, data: nested(due, x.shape), tolerance: 'exact' } }),
          };
        }),
    ),
};

export const isinFinds: Law = {
  id: 'reductions/isin-finds',
  title: 'isin says of each element whether any of the others is equal, or by invert that none is',
  clauses: ['isin.C1', 'isin.C2', 'isin.C5'],
  trials: (lab) =>
    wideNumeric(lab, (dtype) =>
      fc
        .tuple(shape({ maxRank: 2, maxSize: 3 }), fc.nat({ max: 4 }), fc.boolean())
        .chain(([of, n, invert]) =>
          fc.record({ x: whole(dtype, of, { low: 0, high: 6 }), t: few(dtype, n), invert: fc.constant(invert) }),
        )
        .map(({ x, t, invert }) => {
          const others = new Set(numbers(t));
          const due = numbers(x).map((one) => others.has(one) !== invert);
          return {
            inputs: { x, t },
            ops: [{ op: 'isin', in: ['x', 't'], ...(invert && { with: { invert } }), out: 'y' }],
            observe: ['y'],
            statement: () =>
              all({ y: { dtype: 'bool', shape: x.shape, data: nested(due, x.shape), tolerance: 'exact' } }),
          };
        }),
    ),
};
