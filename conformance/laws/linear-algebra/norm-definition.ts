import fc from 'fast-check';
import { type Shape, shape, volume } from '../../arbitraries/shape.ts';
import { tensor } from '../../arbitraries/tensor.ts';
import { whole } from '../../arbitraries/whole.ts';
import type { Literal } from '../../values/case.ts';
import { all } from '../claims.ts';
import type { Law } from '../law.ts';
import { wideFloat } from '../offered.ts';
import { numbersOf } from './operands.ts';
import { nearly } from './precision.ts';

const sum = (values: readonly number[]): number => values.reduce((total, v) => total + v, 0);
const definitions: readonly (readonly [p: Literal | undefined, (magnitudes: readonly number[]) => number])[] = [
  [undefined, (m) => Math.sqrt(sum(m.map((v) => v * v)))],
  [2, (m) => Math.sqrt(sum(m.map((v) => v * v)))],
  [1, sum],
  [0, (m) => m.filter((v) => v !== 0).length],
  [3, (m) => Math.cbrt(sum(m.map((v) => v ** 3)))],
  [{ float: 'Infinity' }, (m) => Math.max(...m)],
  [{ float: '-Infinity' }, (m) => Math.min(...m)],
];

export const normDefinition: Law = {
  id: 'linear-algebra/norm-by-definition',
  title: 'norm is the root of the sum of powers, and for p 0, 1 and the infinities the count, the sum and the extremes',
  clauses: ['norm.C1', 'norm.C2'],
  trials: (lab) =>
    wideFloat(lab, (dtype) =>
      fc
        .tuple(
          fc.constantFrom(...definitions),
          shape({ maxRank: 3, maxSize: 3, filled: true }).filter((s: Shape) => volume(s) > 0),
        )
        .chain(([[p, definition], from]) =>
          // Of small whole numbers, some are 0 and some are equal.
          fc.oneof(tensor(dtype, from), whole(dtype, from, { low: -2, high: 2 })).map((x) => ({
            inputs: { x },
            ops: [{ op: 'norm', in: ['x'], ...(p !== undefined && { with: { p } }), out: 'y' }],
            observe: ['y'],
            statement: () => {
              const data = definition(numbersOf(x).map(Math.abs));
              return all({ y: { dtype, shape: [], data, tolerance: nearly(dtype) } });
            },
          })),
        ),
    ),
};
