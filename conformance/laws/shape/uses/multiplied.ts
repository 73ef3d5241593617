import fc from 'fast-check';
import type { Shape } from '../../../arbitraries/shape.ts';
import type { Literal } from '../../../values/case.ts';
import { forms, type Rank, shapesOf } from '../../linear-algebra/forms.ts';
import { one, type Use, type Uses, withOther } from './use.ts';

const size = fc.integer({ min: 1, max: 3 });

/** The rank of a product's operand that a tensor may be: of a batch, however many axes it has, 3. */
const rankOf = (of: Shape): Rank => Math.min(of.length, 3) as Rank;

/** Products with a matrix or a vector from either side. */
export const multiplied: Uses = {
  families: [],
  draw: (dtype, of) => {
    const rank = rankOf(of);
    const product = (op: string, other: Shape, operands: (t: string) => readonly Literal[]): fc.Arbitrary<Use> =>
      withOther(dtype, other, (tensor) => fc.constant(one(op, operands, undefined, { other: tensor })));
    const [m, n = 1] = of.length === 1 ? [1, of[0]!] : of.slice(-2);
    const sides = forms.flatMap((form) => [
      ...(form.first === rank && form.second < 3
        ? [size.chain((p) => product(form.op, shapesOf(form, [1, n, p])[1], (t) => [t, 'other']))]
        : []),
      ...(form.second === rank && form.first < 3
        ? [size.chain((k) => product(form.op, shapesOf(form, [k, rank === 1 ? n : m!, 1])[0], (t) => ['other', t]))]
        : []),
    ]);
    return fc.oneof(...sides);
  },
};
