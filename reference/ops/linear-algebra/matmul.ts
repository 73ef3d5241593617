import { raise } from '../../errors.ts';
import { broadcastShapes, shapeText } from '../../shape.ts';
import type { Tensor } from '../../tensor.ts';

// Both operands with at least two axes, and their leading ones broadcast.
function batched(a: Tensor, b: Tensor): Tensor {
  if (a.ndim === 2 && b.ndim === 2) return a.mm(b);
  const [rows, inner] = a.shape.slice(-2) as [number, number];
  const [innerB, columns] = b.shape.slice(-2) as [number, number];
  if (inner !== innerB) {
    raise('shape_mismatch', `matmul: ${shapeText(a.shape)} and ${shapeText(b.shape)} cannot be multiplied`);
  }
  const batch = broadcastShapes(a.shape.slice(0, -2), b.shape.slice(0, -2));
  const x = a.expand([...batch, rows, inner]).reshape([-1, rows, inner]);
  const y = b.expand([...batch, inner, columns]).reshape([-1, inner, columns]);
  return x.bmm(y).reshape([...batch, rows, columns]);
}

/** 1-D by 1-D: dot; 2-D by 2-D: mm; a 1-D operand is a row on the left, a column on the right; the rest is batched. */
export function matmul(input: Tensor, other: Tensor): Tensor {
  if (input.ndim === 0 || other.ndim === 0) raise('shape_mismatch', 'matmul: both operands need at least one axis');
  const a = input.ndim === 1 ? input.unsqueeze(0) : input;
  const b = other.ndim === 1 ? other.unsqueeze(1) : other;
  const out = batched(a, b);
  const noColumn = other.ndim === 1 ? out.select(-1, 0) : out;
  return input.ndim === 1 ? noColumn.select(other.ndim === 1 ? -1 : -2, 0) : noColumn;
}
