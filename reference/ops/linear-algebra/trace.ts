import { apply, type Dtypes, type Op } from '../../apply/op.ts';
import { Tensor } from '../../autograd/tensor.ts';
import type { Operand } from '../../autograd/vjp.ts';
import { bigintFold, fold } from '../../kernels/groups.ts';
import { type Shape, shapeText } from '../../memory/shape.ts';
import { emptyView, type View } from '../../memory/view.ts';
import { isFloating } from '../../numbers/dtype.ts';
import { raise } from '../../numbers/errors.ts';
import { NONE, type None } from '../pointwise.ts';
import { sumRow } from '../reductions/sum.ts';
import { diagonalOf } from '../shape/diagonal.ts';

/**
 * The sum of what lies on the diagonal of a matrix, square or not: 0-d.
 *
 *     out = Σₖ input[k, k]
 *
 * Integers become int64. Raises shape_mismatch (no matrix), unsupported_dtype (bool).
 * Source: torch.trace.
 */
export function trace(input: Tensor): Tensor {
  return apply(op, [input], NONE);
}

function matrix([input]: readonly Shape[]): Shape {
  if (input!.length !== 2) raise('shape_mismatch', `trace: expected a matrix, found ${shapeText(input!)}`);
  return [];
}

function summed([input]: readonly Operand[]): Dtypes {
  const { dtype } = input as Tensor;
  if (dtype === 'bool') raise('unsupported_dtype', 'trace is not implemented for bool');
  const wide = isFloating(dtype) ? dtype : 'int64';
  return { compute: wide, result: wide };
}

const main = (input: View): View => diagonalOf(input, { offset: 0, first: 0, second: 1 });

const op: Op<None> = {
  name: 'trace',
  shape: matrix,
  dtype: summed,
  layout: 'row-major',
  // out = Σₖ input[k, k]
  forward: (out, [input]) => {
    if (out.dtype === 'int64') bigintFold(out, main(input!), [0], 0n, (total, x) => total + x);
    else fold(out, main(input!), [0], 0, sumRow);
  },
  // d out = Σₖ d input[k, k], and elements beside the diagonal get 0
  vjp: {
    gradFn: 'TraceBackward0',
    rules: [
      (grad, saved) => {
        const all = new Tensor(emptyView(grad.dtype, saved.shape(0)));
        all.diagonal().copy_(grad);
        return all;
      },
    ],
  },
};
