import { applyInPlace, checkApart } from '../../apply/in-place.ts';
import { apply, type Op } from '../../apply/op.ts';
import { Tensor } from '../../autograd/tensor.ts';
import type { Operand } from '../../autograd/vjp.ts';
import { copyInto } from '../../kernels/convert.ts';
import { writeAt } from '../../kernels/places.ts';
import { normalizeDim } from '../../memory/shape.ts';
import { checkNumber } from '../creation/range.ts';
import { type AlongOne, checkIndexed, firstOf, likeInput, offsetsNamed, ofWhole } from './element-by-element.ts';
import { checkIndexDtype } from './one-axis.ts';

/**
 * A copy of `input` with the elements of `src`, a tensor or one number, where `index` says: a place along `dim` for each of
 * its own elements.
 *
 *     out[…, index[…, j, …], …] = src[…, j, …]
 *
 * Which of several that go to one place stays, is left open. Raises index_out_of_range (a negative index too),
 * shape_mismatch, dtype_mismatch (a source of another dtype), unsupported_dtype (an index of no int32 or int64),
 * invalid_argument (a number that the dtype cannot hold).
 * Source: torch.scatter.
 */
export function scatter(input: Tensor, dim: number, index: Tensor, src: Operand): Tensor {
  check('scatter', input, index, src);
  return apply(op, [input, index, src], { dim: normalizeDim(dim, input.ndim), alike: !(src instanceof Tensor) });
}

/**
 * `scatter` into `self`.
 *
 *     self[…, index[…, j, …], …] ← src[…, j, …]
 *
 * Raises as `scatter`, and leaf_inplace, invalid_argument (an operand that shares memory with self).
 * Source: torch.Tensor.scatter_.
 */
export function scatter_(self: Tensor, dim: number, index: Tensor, src: Operand): Tensor {
  check('scatter_', self, index, src);
  checkApart('scatter_', self, [index, src]);
  return applyInPlace(op, self, [index, src], { dim: normalizeDim(dim, self.ndim), alike: !(src instanceof Tensor) });
}

// A single element is looked at as many are.
const MANY = 2;

function check(name: string, input: Tensor, index: Tensor, src: Operand): void {
  checkIndexDtype(name, index);
  if (!(src instanceof Tensor) && index.numel() > 0) checkNumber(src, input.dtype, MANY);
}

interface Scattering extends AlongOne {
  /** One number goes to all places. */
  readonly alike: boolean;
}

const op: Op<Scattering> = {
  name: 'scatter',
  shape: ([input, index, src], { dim, alike }) => {
    checkIndexed('scatter', input!, index!, dim, alike ? index : src);
    return input!;
  },
  dtype: likeInput('scatter'),
  layout: 'row-major',
  // out = input, but out[…, index[…, j, …], …] = src[…, j, …]
  forward: (out, [input, index, src], { dim }) => {
    copyInto(out, input!);
    writeAt(out, offsetsNamed(out, dim, index!), firstOf(src!, index!));
  },
  // What was overwritten gets 0; d src[…, j, …] = d out[…, index[…, j, …], …]
  vjp: {
    gradFn: (_, [, , src]) => (src instanceof Tensor ? 'ScatterBackward0' : 'ScatterBackward1'),
    rules: [
      (grad, saved) => grad.scatter(saved.options.dim, saved.input(1), 0),
      null,
      (grad, saved) => ofWhole('scatter', grad.gather(saved.options.dim, saved.input(1)), saved.shape(2)),
    ],
  },
};
