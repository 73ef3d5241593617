import { applyInPlace, checkApart } from '../../apply/in-place.ts';
import { apply, type Op } from '../../apply/op.ts';
import { Tensor } from '../../autograd/tensor.ts';
import type { Operand } from '../../autograd/vjp.ts';
import { copyInto } from '../../kernels/convert.ts';
import { writeAt } from '../../kernels/places.ts';
import { copyStrides } from '../../memory/layout.ts';
import { normalizeDim } from '../../memory/shape.ts';
import { restride } from '../../memory/view.ts';
import { isFloating } from '../../numbers/dtype.ts';
import { raise } from '../../numbers/errors.ts';
import { float, type Scalar } from '../../numbers/scalar.ts';
import { checkNumber } from '../creation/range.ts';
import type { AlongOne } from './element-by-element.ts';
import { checkVector, offsetsAlong, placesIn } from './one-axis.ts';
import { int64Tensor } from './places.ts';
import { takenDtype } from './taken.ts';

/**
 * A copy of `input` with `value`, a number or a 0-d tensor, everywhere in the slices along `dim` that `index` names. A negative
 * place counts from the end.
 *
 *     out[…, i, …] = value if i is in index, else input[…, i, …]
 *
 * Raises index_out_of_range, shape_mismatch (an index of several axes, a value with axes), unsupported_dtype (an index of no
 * int64), invalid_argument (a number that the dtype cannot hold).
 * Source: torch.index_fill.
 */
export function index_fill(input: Tensor, dim: number, index: Tensor, value: Operand): Tensor {
  check('index_fill', input, index, value);
  return apply(op, [input, index, value], { dim: normalizeDim(dim, input.ndim) });
}

/**
 * `index_fill` into `self`.
 *
 *     self[…, index[j], …] ← value
 *
 * Raises as `index_fill`, and leaf_inplace, invalid_argument (an operand that shares memory with self).
 * Source: torch.Tensor.index_fill_.
 */
export function index_fill_(self: Tensor, dim: number, index: Tensor, value: Operand): Tensor {
  check('index_fill_', self, index, value);
  checkApart('index_fill_', self, [index]);
  return applyInPlace(op, self, [index, value], { dim: normalizeDim(dim, self.ndim) });
}

// A single element is looked at as many are.
const MANY = 2;

// Which number a tensor holds: a whole one of a floating dtype is a float.
function numberOf(value: Tensor): Scalar {
  const held = value.item();
  return typeof held === 'number' && isFloating(value.dtype) ? float(held) : held;
}

function check(name: string, input: Tensor, index: Tensor, value: Operand): void {
  checkVector(name, index);
  if (index.dtype !== 'int64') raise('unsupported_dtype', `${name}: an index tensor is of int64, not ${index.dtype}`);
  if (value instanceof Tensor && value.ndim > 0) {
    raise('shape_mismatch', `${name}: the value is a number or a 0-d tensor`);
  }
  checkNumber(value instanceof Tensor ? numberOf(value) : value, input.dtype, MANY);
}

const op: Op<AlongOne> = {
  name: 'index_fill',
  shape: ([input]) => input!,
  dtype: (operands) => ({ ...takenDtype(1)(operands), compute: filled(operands) }),
  layout: ([input]) => copyStrides(input!),
  // out = input, but out[…, index[j], …] = value
  forward: (out, [input, index, value], { dim }) => {
    copyInto(out, input!);
    const at = offsetsAlong(out, dim, placesIn(index!, out.shape[dim] ?? 1, true));
    writeAt(out, at, restride(value!, [at.length], [0]));
  },
  // What was overwritten gets 0; d value = Σ d out[…, i, …] over the i in index, each once
  vjp: {
    gradFn: (_, [, , value]) => (value instanceof Tensor ? 'IndexFillBackward1' : 'IndexFillBackward0'),
    rules: [
      (grad, saved) => grad.index_fill(saved.options.dim, saved.input(1), 0),
      null,
      (grad, saved) => {
        // As PyTorch has it, a negative place, which may be written to, may not be read from: it raises index_out_of_range.
        const once = new Set([saved.input(1).tolist()].flat() as readonly bigint[]);
        return grad.index_select(saved.options.dim, int64Tensor([...once].map(Number))).sum();
      },
    ],
  },
};

const filled = ([input]: readonly Operand[]): readonly [Tensor['dtype'], 'int64', Tensor['dtype']] => {
  const { dtype } = input as Tensor;
  return [dtype, 'int64', dtype];
};
