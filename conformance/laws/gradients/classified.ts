/** Losses over classes. */
import fc from 'fast-check';
import type { Shape } from '../../arbitraries/shape.ts';
import { nested } from '../../arbitraries/tensor.ts';
import type { Literal, TensorValue } from '../../values/case.ts';
import { drawn, given, some } from './operands.ts';
import type { Precision } from './precision.ts';
import { one, type Program } from './program.ts';
import { lossShape, reduction } from './reduction.ts';

/** `nll_loss` and `cross_entropy`: rows of classes, or one row; classes that are ignored, weighted, smoothed. */
export const classified = (precision: Precision): fc.Arbitrary<Program> =>
  fc
    .record({
      op: fc.constantFrom('nll_loss', 'cross_entropy'),
      rows: some(fc.integer({ min: 1, max: 2 })),
      classes: fc.integer({ min: 1, max: 3 }),
    })
    .chain(({ op, rows, classes }) => {
      const each: Shape = rows === undefined ? [] : [rows];
      const crossed = op === 'cross_entropy';
      return fc
        .record({
          x: drawn(precision, [...each, classes], { low: -4, high: 4 }),
          target: targetOf(each, classes),
          weight: some(drawn(precision, [classes], { low: 0.5, high: 2 })),
          reduction,
          ignore_index: some(fc.constant(classes - 1)),
          label_smoothing: crossed ? some(fc.constantFrom(0.25)) : fc.constant(undefined),
        })
        .map(({ x, target, weight, ...rest }) => {
          const options = given<Literal>(rest);
          return one({
            op,
            inputs: { x, target, ...(weight === undefined ? {} : { weight }) },
            with: options,
            leaves: ['x'],
            shape: lossShape(options, each),
          });
        });
    });

const targetOf = (each: Shape, classes: number): fc.Arbitrary<TensorValue> => {
  const n = each[0] ?? 1;
  return fc
    .array(fc.nat({ max: classes - 1 }), { minLength: n, maxLength: n })
    .map((data) => ({ dtype: 'int64', shape: each, data: nested(data, each) }));
};
