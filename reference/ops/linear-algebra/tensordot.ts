import { asOwn } from '../../apply/op.ts';
import { named } from '../../autograd/graph.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { checkIntegers, distinctDims, numelOf, shapeText } from '../../memory/shape.ts';
import { raise } from '../../numbers/errors.ts';
import { oneDtype } from './one-dtype.ts';

/**
 * The products of `a` and `b`, summed over pairs of their axes: so many last axes of `a` with as many first ones of `b`, or
 * those in the two lists of `dims`. An axis of size 1 is stretched to its partner.
 *
 *     out[i…, j…] = Σₖ a[i…, k…]·b[k…, j…]
 *
 * Raises shape_mismatch (sizes of a pair, more axes than there are, lists of unequal lengths), dtype_mismatch (nothing is promoted), unsupported_dtype
 * (bool), index_out_of_range, invalid_argument (an axis twice, a negative number).
 * Source: torch.tensordot.
 */
export function tensordot(a: Tensor, b: Tensor, { dims = 2 }: TensordotOptions = {}): Tensor {
  oneDtype([a, b]);
  const [left, right] = typeof dims === 'number' ? meeting(a, b, dims) : listed(a, b, dims);
  left.forEach((axis, k) => {
    const [n, m] = [a.shape[axis]!, b.shape[right[k]!]!];
    if (n !== m && n !== 1 && m !== 1) {
      raise(
        'shape_mismatch',
        `tensordot: axes of ${shapeText(a.shape)} and ${shapeText(b.shape)} have sizes ${n} and ${m}`,
      );
    }
  });
  const sizes = left.map((axis, k) => (a.shape[axis] === 1 ? b.shape[right[k]!]! : a.shape[axis]!));
  const [inFront, behind] = [others(a, left), others(b, right)];
  const rows = arranged(a, [...inFront, ...left], [...sizesAt(a, inFront), ...sizes]);
  const columns = arranged(b, [...right, ...behind], [...sizes, ...sizesAt(b, behind)]);
  const [n, k, m] = [sizesAt(a, inFront), sizes, sizesAt(b, behind)].map(numelOf) as [number, number, number];
  const product = rows.reshape([n, k]).mm(columns.reshape([k, m]));
  return named(asOwn(product.reshape([...sizesAt(a, inFront), ...sizesAt(b, behind)])), 'ViewBackward0');
}

export interface TensordotOptions {
  /** How many axes meet, or which: those of `a`, and their partners in `b`. Default: 2. */
  readonly dims?: number | readonly (readonly number[])[];
}

type Pairs = readonly [readonly number[], readonly number[]];

/** The last axes of one and the first ones of the other. */
function meeting(a: Tensor, b: Tensor, count: number): Pairs {
  checkIntegers([count]);
  if (count < 0) raise('invalid_argument', `tensordot: expected no negative number of axes, found ${count}`);
  if (count > a.ndim || count > b.ndim) raise('shape_mismatch', `tensordot: there are no ${count} axes in both`);
  const axes = Array.from({ length: count }, (_, k) => k);
  return [axes.map((k) => k + a.ndim - count), axes];
}

function listed(a: Tensor, b: Tensor, dims: readonly (readonly number[])[]): Pairs {
  const [left = [], right = []] = dims;
  if (dims.length !== 2) raise('invalid_argument', `tensordot: expected two lists of axes, found ${dims.length}`);
  if (left.length !== right.length) raise('shape_mismatch', 'tensordot: the two lists of axes are of unequal lengths');
  return [distinctDims(checkIntegers(left), a.ndim), distinctDims(checkIntegers(right), b.ndim)];
}

const others = ({ ndim }: Tensor, axes: readonly number[]): readonly number[] =>
  Array.from({ length: ndim }, (_, k) => k).filter((k) => !axes.includes(k));
const sizesAt = ({ shape }: Tensor, axes: readonly number[]): readonly number[] => axes.map((k) => shape[k]!);
const arranged = (t: Tensor, axes: readonly number[], shape: readonly number[]): Tensor =>
  t.permute(axes).expand(shape);
