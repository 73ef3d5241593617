/** In which order the elements of a pointwise result lie in memory: PyTorch keeps the order of its operands. */
import { contiguousStrides, type Shape, sameShape } from './shape.ts';
import { broadcastTo, isDense, type View } from './view.ts';

// Whether axis `a` lies inside axis `b` (1), outside (-1), or no operand says (0). Size-1 and broadcast axes say nothing.
function inside(a: number, b: number, shape: Shape, operands: readonly (readonly number[])[]): number {
  for (const strides of operands) {
    const x = strides[a]!;
    const y = strides[b]!;
    if (x === 0 || y === 0) continue;
    if (x !== y) return x < y ? 1 : -1;
    if (shape[a]! > shape[b]!) return -1;
  }
  return 0;
}

/** The axes from innermost to outermost. Ambiguous pairs keep their order, hence an insertion sort. */
function innermostFirst(shape: Shape, operands: readonly (readonly number[])[]): number[] {
  const axes = shape.map((_, i) => shape.length - 1 - i);
  for (let i = 1; i < axes.length; i++) {
    let at = i;
    for (let j = i - 1; j >= 0; j--) {
      const order = inside(axes[at]!, axes[j]!, shape, operands);
      if (order > 0) {
        const axis = axes[at]!;
        axes[at] = axes[j]!;
        axes[j] = axis;
        at = j;
      } else if (order < 0) break;
    }
  }
  return axes;
}

/** The strides of a pointwise result of `shape`: without gaps, and in the order of its operands. */
export function resultStrides(shape: Shape, operands: readonly View[]): readonly number[] {
  const [first] = operands;
  if (operands.every((v) => sameShape(v.shape, shape))) {
    if (operands.every((v) => v.isContiguous())) return contiguousStrides(shape);
    if (operands.every((v) => isDense(v) && sameShape(v.strides, first!.strides))) return first!.strides;
  }
  return denseStrides(
    shape,
    operands.map((v) => broadcastTo(v, shape).strides),
  );
}

/** Strides without gaps for a result of `shape`, in the order that `operands` (strides, broadcast to it) agree on. */
export function denseStrides(shape: Shape, operands: readonly (readonly number[])[]): readonly number[] {
  const strides = new Array<number>(shape.length);
  let step = 1;
  for (const axis of innermostFirst(shape, operands)) {
    strides[axis] = step;
    step *= Math.max(shape[axis]!, 1);
  }
  return strides;
}
