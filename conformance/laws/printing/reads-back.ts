import fc from 'fast-check';
import { shape } from '../../arbitraries/shape.ts';
import { nested, tensor } from '../../arbitraries/tensor.ts';
import type { Dtype, TensorValue } from '../../values/case.ts';
import { encode } from '../../values/element.ts';
import { round } from '../../values/round.ts';
import type { Law } from '../law.ts';
import { anyFloat } from '../offered.ts';
import { isInFull, printed } from './printed.ts';
import { elementOf, overflows, readingBack } from './values.ts';

/** Numbers of very different sizes, for which the notation changes. */
const spreading = (dtype: Dtype, length: number): fc.Arbitrary<TensorValue> =>
  fc
    .array(fc.tuple(fc.integer({ min: -999, max: 999 }), fc.integer({ min: -7, max: 9 })), {
      minLength: length,
      maxLength: length,
    })
    .map((all) => {
      const values = all.map(([digits, exponent]) => encode(round(digits * 10 ** exponent, dtype as 'float32'), dtype));
      return { dtype, shape: [length], data: nested(values, [length]) };
    });

export const readsBack: Law = {
  id: 'printing/reads-back',
  title: 'what a tensor of floats prints reads back to its values, to four digits',
  clauses: ['printing.C2', 'printing.C3', 'printing.C4', 'printing.C5'],
  trials: (lab) =>
    anyFloat(lab, (dtype) =>
      fc
        .oneof(
          shape({ maxRank: 3 })
            .filter(isInFull)
            .chain((s) => tensor(dtype, s)),
          shape({ maxRank: 2 })
            .filter(isInFull)
            .chain((s) => tensor(dtype, s, { special: true })),
          fc.integer({ min: 1, max: 8 }).chain((n) => spreading(dtype, n)),
        )
        .map((x) =>
          printed(x, ({ elements, shape }) => {
            if (elements.some(overflows)) return undefined;
            return { dtype, data: nested(elements.map(elementOf), shape), tolerance: readingBack(elements) };
          }),
        ),
    ),
};
