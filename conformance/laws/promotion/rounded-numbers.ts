import fc from 'fast-check';
import { tensor } from '../../arbitraries/tensor.ts';
import { besideNumber, numberOnEitherSide } from '../../pages/families.ts';
import { pages } from '../../pages/pages.gen.ts';
import type { Literal } from '../../values/case.ts';
import { element, floatLiteral } from '../../values/decimal.ts';
import type { FloatDtype } from '../../values/dtypes.ts';
import { round } from '../../values/round.ts';
import { all, derived, same } from '../claims.ts';
import { arithmetic } from '../definitions.ts';
import { every } from '../family.ts';
import type { Law } from '../law.ts';
import { wideFloat } from '../offered.ts';

const ops = every(besideNumber);

/** Of an addition, for two roundings instead of one do not show in every product. */
export const roundedNumbers: Law = {
  id: 'promotion/rounded-numbers',
  title: 'a Python float is the tensor of one element that it is in the dtype beside it',
  clauses: ['dtypes.C9'],
  families: [ops],
  trials: (lab) =>
    wideFloat(lab, (dtype) =>
      fc
        .record({
          op: ops.any,
          number: fc.constantFrom(0.1, 0.7, 1e-9, 16777217, 3.3),
          a: tensor(dtype, [4], { low: -0.125, high: 0.125 }),
          left: fc.boolean(),
        })
        .map(({ op, number, a: drawn, left: wished }) => {
          const left = wished && numberOnEitherSide(pages[op]!);
          // The number itself is among them, where comparisons tell it from its neighbours.
          const a = {
            ...drawn,
            data: [element(round(number, dtype as FloatDtype), dtype), ...(drawn.data as number[]).slice(1)],
          };
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
            statement: ({ due }) => all({ c: op in arithmetic ? same(due!) : derived(due!) }),
          };
        }),
    ),
};
