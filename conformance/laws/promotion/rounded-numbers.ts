import fc from 'fast-check';
import { tensor } from '../../arbitraries/tensor.ts';
import type { Literal } from '../../values/case.ts';
import { floatLiteral } from '../../values/decimal.ts';
import { all, same } from '../claims.ts';
import type { Law } from '../law.ts';
import { wideFloat } from '../offered.ts';

/** Of an addition, for two roundings instead of one do not show in every product. */
export const roundedNumbers: Law = {
  id: 'promotion/rounded-numbers',
  title: 'a Python float is the tensor of one element that it is in the dtype beside it',
  clauses: ['dtypes.C9'],
  trials: (lab) =>
    wideFloat(lab, (dtype) =>
      fc
        .record({
          op: fc.constantFrom('add', 'sub', 'mul'),
          number: fc.constantFrom(0.1, 0.7, 1e-9, 16777217, 3.3),
          a: tensor(dtype, [4], { low: -0.125, high: 0.125 }),
          left: fc.boolean(),
        })
        .map(({ op, number, a, left }) => {
          const program = (other: Literal, out: string) => ({
            op,
            in: left ? [other, 'a'] : ['a', other],
            out,
          });
          return {
            inputs: { a },
            ops: [
              { op: 'tensor', in: [floatLiteral(number)], with: { dtype }, out: 't' },
              program('t', 'due'),
              program(floatLiteral(number), 'c'),
            ],
            observe: ['due', 'c'],
            statement: ({ due }) => all({ c: same(due!) }),
          };
        }),
    ),
};
