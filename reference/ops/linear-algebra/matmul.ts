import { asOwn } from '../../apply/op.ts';
import { resizeOut } from '../../apply/out.ts';
import { no_grad } from '../../autograd/autograd.ts';
import { gradModeEnabled } from '../../autograd/grad-mode.ts';
import { named } from '../../autograd/graph.ts';
import { checkTensor, type Tensor } from '../../autograd/tensor.ts';
import { broadcastShapes, numelOf, shapeText } from '../../memory/shape.ts';
import { raise } from '../../numbers/errors.ts';

/**
 * The matrix product: 1-D by 1-D is `dot`, 2-D by 1-D `mv`, 2-D by 2-D `mm`.
 *
 *     out[…, i, j] = Σₖ input[…, i, k]·other[…, k, j]
 *
 * A 1-D operand is a row on the left and a column on the right, without its axis in the result; axes before the last
 * two are batches and broadcast. Raises shape_mismatch, dtype_mismatch (nothing is promoted), invalid_argument (`out`
 * where anything requires grad).
 * Source: torch.matmul.
 */
export function matmul(input: Tensor, other: Tensor, { out }: MatmulOptions = {}): Tensor {
  checkTensor(input);
  checkTensor(other);
  if (out === undefined) {
    const result = asOwn(product(input, other));
    return input.ndim <= 2 && other.ndim <= 2 && (input.ndim === 2 || other.ndim === 1)
      ? result
      : named(result, gradFnOf(input, other));
  }
  if (gradModeEnabled() && [input, other, out].some((x) => x.requires_grad)) {
    raise('invalid_argument', 'matmul: with out, no operand may require grad');
  }
  return writeInto(out, product(input, other));
}

export interface MatmulOptions {
  /** Receives the result, and is what is returned: of the result's dtype, and resized to its shape. */
  readonly out?: Tensor;
}

/**
 * Stacks of matrices (…, n, k) and (…, k, m), whose leading axes broadcast. A stack by a single matrix is one product, so
 * that the matrix's gradient is one sum, rounded once.
 */
function batched(a: Tensor, b: Tensor): Tensor {
  const [rows, inner] = a.shape.slice(-2) as [number, number];
  const [innerB, columns] = b.shape.slice(-2) as [number, number];
  if (inner !== innerB) {
    raise('shape_mismatch', `matmul: ${shapeText(a.shape)} and ${shapeText(b.shape)} cannot be multiplied`);
  }
  const batch = broadcastShapes(a.shape.slice(0, -2), b.shape.slice(0, -2));
  const n = numelOf(batch);
  if (isSingle(b)) {
    const stacked = a.expand([...batch, rows, inner]).reshape([n * rows, inner]);
    return stacked.mm(b.reshape([inner, columns])).reshape([...batch, rows, columns]);
  }
  if (isSingle(a)) return batched(b.transpose(-2, -1), a.transpose(-2, -1)).transpose(-2, -1).contiguous();
  const x = a.expand([...batch, rows, inner]).reshape([n, rows, inner]);
  const y = b.expand([...batch, inner, columns]).reshape([n, inner, columns]);
  return x.bmm(y).reshape([...batch, rows, columns]);
}

const isSingle = (t: Tensor): boolean => t.shape.slice(0, -2).every((n) => n === 1);

function product(a: Tensor, b: Tensor): Tensor {
  if (a.ndim === 0 || b.ndim === 0) raise('shape_mismatch', 'matmul: both operands need at least one axis');
  if (a.ndim === 1 && b.ndim === 1) return a.dot(b);
  if (a.ndim === 2 && b.ndim === 1) return a.mv(b);
  if (a.ndim === 2 && b.ndim === 2) return a.mm(b);
  if (a.ndim === 1) return product(a.unsqueeze(0), b).select(-2, 0);
  if (b.ndim === 1) return batched(a, b.unsqueeze(1)).select(-1, 0);
  return batched(a, b);
}

// Where PyTorch folds the batches into one matrix product, or gives operands of one axis another.
function gradFnOf(a: Tensor, b: Tensor): string {
  if (a.ndim === 1 && b.ndim === 2) return 'SqueezeBackward4';
  return a.ndim === 2 && b.ndim > 2 && a.requires_grad ? 'CloneBackward0' : 'UnsafeViewBackward0';
}

function writeInto(out: Tensor, result: Tensor): Tensor {
  if (out.dtype !== result.dtype) {
    raise('dtype_mismatch', `matmul: expected an out of ${result.dtype}, found ${out.dtype}`);
  }
  return no_grad(() => resizeOut(out, result.shape).copy_(result));
}
