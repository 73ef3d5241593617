import { apply, type Op } from '../../apply/op.ts';
import { resultType } from '../../apply/promote.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { Operand } from '../../autograd/vjp.ts';
import { type Shape, sameShape, shapeText } from '../../memory/shape.ts';
import { raise } from '../../numbers/errors.ts';
import { offsetsOfAll } from './taken.ts';

/**
 * Where each value of `input` would go in `sorted_sequence`: before its equals, or by `right` behind them. NaN goes to the end.
 *
 *     out[j] = #{ i : sequence[i] < input[j] }, or ≤
 *
 * One sequence for all values, or one for each line of them along the last axis. int64. Raises shape_mismatch,
 * unsupported_dtype (bool beside bool).
 * Source: torch.searchsorted.
 */
export function searchsorted(
  sorted_sequence: Tensor,
  input: Operand,
  { right = false }: SearchsortedOptions = {},
): Tensor {
  return apply(op, [sorted_sequence, input], { right });
}

export interface SearchsortedOptions {
  /** Behind equal elements. Default: false. */
  readonly right?: boolean;
}

function checkShapes(sequence: Shape, values: Shape): Shape {
  const one = sequence.length === 1;
  const lines = values.length > 0 && sameShape(sequence.slice(0, -1), values.slice(0, -1));
  if (sequence.length > 0 && (one || lines)) return values;
  return raise('shape_mismatch', `searchsorted: ${shapeText(sequence)} holds no sequence for ${shapeText(values)}`);
}

const op: Op<{ readonly right: boolean }> = {
  name: 'searchsorted',
  shape: ([sequence, values]) => checkShapes(sequence!, values!),
  dtype: (operands) => {
    const compute = resultType(operands);
    if (compute === 'bool') raise('unsupported_dtype', 'searchsorted: bool tensors are not looked at');
    return { compute, result: 'int64' };
  },
  layout: 'row-major',
  // out[j] = #{ i : sequence[i] < input[j] }, counted by halves
  forward: (out, [sequence, values], { right }) => {
    const n = sequence!.shape.at(-1)!;
    const [lines, all] = [offsetsOfAll(sequence!), offsetsOfAll(values!)];
    const [held, sought] = [sequence!.storage.buffer, values!.storage.buffer];
    const perLine = sequence!.shape.length === 1 ? all.length : (values!.shape.at(-1) ?? 1);
    all.forEach((at, j) => {
      const value = sought[at]!;
      const start = Math.floor(j / Math.max(1, perLine)) * n;
      let [low, high] = [0, n];
      while (low < high) {
        const middle = (low + high) >> 1;
        const one = held[lines[start + middle]!]!;
        if (right ? one > value : one >= value) high = middle;
        else low = middle + 1;
      }
      out.bigints[j] = BigInt(low);
    });
  },
  vjp: null,
};
