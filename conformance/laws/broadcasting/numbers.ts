import fc from 'fast-check';
import { shape } from '../../arbitraries/shape.ts';
import { elementsOf, nested } from '../../arbitraries/tensor.ts';
import { whole } from '../../arbitraries/whole.ts';
import type { Expectation } from '../../values/case.ts';
import { all } from '../claims.ts';
import type { Law } from '../law.ts';
import { anyFloat } from '../offered.ts';

const ops: Readonly<Record<string, (x: number, y: number) => number>> = {
  add: (x, y) => x + y,
  sub: (x, y) => x - y,
  mul: (x, y) => x * y,
};

export const numbers: Law = {
  id: 'broadcasting/numbers',
  title: 'a 0-d tensor and a Python number go with every element, on either side, and leave the shape',
  clauses: ['broadcasting.C5', 'dtypes.C7', 'dtypes.C8'],
  trials: (lab) =>
    anyFloat(lab, (dtype) =>
      fc.tuple(fc.constantFrom(...Object.keys(ops)), shape(), fc.integer({ min: 1, max: 6 })).chain(([op, s, n]) =>
        whole(dtype, s, { low: 1 }).map((a) => {
          const of = (f: (x: number) => number): Expectation => {
            const data = elementsOf(a).map((x) => f(Number(x)));
            return { dtype, shape: s, data: nested(data, s), tolerance: 'exact' };
          };
          const right = of((x) => ops[op]!(x, n));
          const left = of((x) => ops[op]!(n, x));
          return {
            inputs: { a, zero_d: { dtype, shape: [], data: n } },
            ops: [
              { op, in: ['a', 'zero_d'], out: 'tensor_right' },
              { op, in: ['zero_d', 'a'], out: 'tensor_left' },
              { op, in: ['a', { float: n }], out: 'number_right' },
              { op, in: [{ float: n }, 'a'], out: 'number_left' },
            ],
            observe: ['tensor_right', 'tensor_left', 'number_right', 'number_left'],
            statement: () => all({ tensor_right: right, tensor_left: left, number_right: right, number_left: left }),
          };
        }),
      ),
    ),
};
