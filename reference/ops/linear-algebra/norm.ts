import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { Saved } from '../../autograd/vjp.ts';
import { fold } from '../../kernels/groups.ts';
import { type Dtype, isFloating, promote } from '../../numbers/dtype.ts';
import { raise } from '../../numbers/errors.ts';
import { where } from '../arithmetic/where.ts';
import { type DimOptions, type Reduced, reduce, reducedBy, sizeOfGroups, unreduce } from '../reductions/dims.ts';
import { foldingOf } from './norm-folding.ts';

/**
 * The p-norm over the axes `dim`, or over all elements as one vector; ±∞ is the greatest and the least magnitude, 0
 * counts.
 *
 *     out[k] = (Σᵢ |input[k, i]|^p)^(1/p), with i over the axes that go
 *
 * In the input's dtype or `dtype`, which must hold it. Raises unsupported_dtype (integers, bool),
 * dtype_mismatch (a narrower `dtype`), index_out_of_range, invalid_argument (an axis given twice, an unknown norm, no
 * elements for a p that has no norm of nothing).
 * Source: torch.norm.
 */
export function norm(input: Tensor, options: NormOptions = {}): Tensor {
  const reduced = reducedBy(input, options);
  const p = orderOf(options);
  const { dtype = input.dtype } = options;
  if ((p < 0 || p === Infinity) && sizeOfGroups(input.shape, reduced.dims) === 0)
    raise('invalid_argument', `norm: no elements have no norm with p = ${p}`);
  return apply(op, [input], { ...reduced, p, dtype });
}

export interface NormOptions extends DimOptions {
  /** Which norm; Infinity and -Infinity are the greatest and the least magnitude. Default: 2, which 'fro' is another name for. */
  readonly p?: number | 'fro';
  /** Convert to this floating dtype first, which must hold every value of the input's. */
  readonly dtype?: Dtype;
}

interface Norm extends Reduced {
  readonly p: number;
  readonly dtype: Dtype;
}

// dx = g·sign(x)·|x|^(p-1) / ‖x‖^(p-1), and 0 where ‖x‖ is 0; ±∞: g·sign(x), shared by all that attain it
function gradient(grad: Tensor, saved: Saved<Norm>): Tensor | null {
  const { options } = saved;
  const { p } = options;
  // Both are needed for any p, as far as writing to them goes.
  const x = saved.input(0);
  const result = saved.result();
  if (p === 0) return null;
  const g = unreduce(grad, options, x.shape);
  if (p === 1) return x.sign().mul(g);
  const norm = unreduce(result, options, x.shape);
  const zero = norm.eq(0);
  if (Math.abs(p) === Infinity) {
    const nan = x.ne(x);
    const attains = where(nan, nan, x.abs().eq(norm));
    const ties = attains.sum({ dim: options.dims, keepdim: true });
    return x.sign().mul(g.div(ties).mul(attains));
  }
  // Powers of x and of the norm apart: the derivative of the former, infinite at 0, must not reach the latter.
  const power = x.abs().pow(p - 1);
  if (p < 1)
    return x
      .sign()
      .mul(where(x.eq(0), 0, power))
      .mul(g.mul(norm.pow(1 - p)));
  if (p < 2)
    return x
      .sign()
      .mul(power)
      .mul(where(zero, 0, g.div(norm.pow(p - 1))));
  if (p === 2) return g.mul(where(zero, 0, x.div(norm)));
  // A power of the ratio does not overflow where the norm does not.
  const ratio = x.abs().div(where(x.eq(0), 1, norm));
  return x.mul(ratio.pow(p - 2)).mul(where(zero, 0, g.div(norm)));
}

const op: Op<Norm> = {
  name: 'norm',
  shape: reduce,
  dtype: (operands, { dtype }) => {
    const given = (operands[0] as Tensor).dtype;
    for (const one of [given, dtype])
      if (!isFloating(one)) raise('unsupported_dtype', `norm: expected a floating dtype, found ${one}`);
    if (promote(given, dtype) !== dtype) raise('dtype_mismatch', `norm: ${dtype} cannot hold every ${given}`);
    return { compute: dtype, result: dtype };
  },
  layout: 'row-major',
  // out[k] = (Σᵢ |input[k, i]|^p)^(1/p) over the removed axes i; without elements the fresh result's 0 stays
  forward: (out, [input], { p, dims }) => {
    if (input!.numel === 0) return;
    const single = sizeOfGroups(input!.shape, dims) === 1 && p !== 0;
    const { first, row, finish } = foldingOf(single ? 1 : p, input!.dtype);
    fold(out, input!, dims, first, row, finish);
  },
  // d‖x‖ = Σᵢ sign(xᵢ)·|xᵢ|^(p-1) / ‖x‖^(p-1)·dxᵢ
  vjp: { gradFn: 'LinalgVectorNormBackward0', rules: [gradient] },
};

function orderOf({ p = 'fro', dim }: NormOptions): number {
  if (typeof p === 'number') return p;
  if (p !== 'fro') return raise('invalid_argument', `norm: ${String(p)} is no norm`);
  if (Array.isArray(dim) && dim.length > 2) raise('invalid_argument', 'norm: fro is of at most two axes');
  return 2;
}
