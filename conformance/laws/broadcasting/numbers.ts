import fc from 'fast-check';
import { type Shape, shape, volume } from '../../arbitraries/shape.ts';
import { elementsOf, nested } from '../../arbitraries/tensor.ts';
import { whole } from '../../arbitraries/whole.ts';
import { besideNumber, numberOnEitherSide } from '../../pages/families.ts';
import { pages } from '../../pages/pages.gen.ts';
import type { Dtype, Expectation, Literal, OpStep, TensorValue } from '../../values/case.ts';
import { all, derived } from '../claims.ts';
import { arithmetic } from '../definitions.ts';
import { every } from '../family.ts';
import type { Law, Trial } from '../law.ts';
import { anyFloat } from '../offered.ts';

const ops = every(besideNumber);

const filledWith = (n: number, dtype: Dtype, of: Shape): TensorValue => ({
  dtype,
  shape: of,
  data: nested(new Array<number>(volume(of)).fill(n), of),
});

/**
 * With the number as it is, as a 0-d tensor, and, where no definition says what is due, written out: as near as the page asks for, as
 * PyTorch multiplies a number by the reciprocals of a tensor that it is divided by.
 */
const beside = (op: string, a: TensorValue, n: number): Trial => {
  const { dtype, shape: of } = a;
  const defined = arithmetic[op];
  const sides = numberOnEitherSide(pages[op]!) ? ['right', 'left'] : ['right'];
  const step = (side: string, other: Literal, out: string): OpStep => ({
    op,
    in: side === 'right' ? ['a', other] : [other, 'a'],
    out: `${out}_${side}`,
  });
  const known = (side: string): Expectation => {
    const data = elementsOf(a).map((x) => (side === 'right' ? defined!(Number(x), n) : defined!(n, Number(x))));
    return { dtype, shape: of, data: nested(data, of), tolerance: 'exact' };
  };
  const forms = defined === undefined ? ['due', 'tensor', 'number'] : ['tensor', 'number'];
  return {
    inputs: { a, zero_d: { dtype, shape: [], data: n }, ...(defined ? {} : { full: filledWith(n, dtype, of) }) },
    ops: sides.flatMap((side) => [
      ...(defined ? [] : [step(side, 'full', 'due')]),
      step(side, 'zero_d', 'tensor'),
      step(side, { float: n }, 'number'),
    ]),
    observe: sides.flatMap((side) => forms.map((form) => `${form}_${side}`)),
    statement: (seen) =>
      all(
        Object.assign(
          {},
          ...sides.map((side) => {
            const due = defined ? known(side) : derived(seen[`due_${side}`]!);
            return {
              ...(defined ? {} : { [`due_${side}`]: { shape: of } }),
              [`tensor_${side}`]: due,
              [`number_${side}`]: due,
            };
          }),
        ),
      ),
  };
};

export const numbers: Law = {
  id: 'broadcasting/numbers',
  title: 'a 0-d tensor and a Python number go with every element, on either side, and leave the shape',
  clauses: ['broadcasting.C5', 'dtypes.C7', 'dtypes.C8'],
  families: [ops],
  trials: (lab) =>
    anyFloat(lab, (dtype) =>
      fc
        .tuple(ops.any, shape(), fc.integer({ min: 1, max: 6 }))
        .chain(([op, s, n]) => whole(dtype, s, { low: 1 }).map((a) => beside(op, a, n))),
    ),
};
