/** In which order the elements of a pointwise result lie in memory: PyTorch keeps the order of its operands. */
import { contiguousStrides, type Shape, sameShape } from './shape.ts';
import { isDense, type View } from './view.ts';

// Whether axis `a` lies inside axis `b` (1), outside (-1), or no operand says (0). Broadcast axes say nothing; of equal strides
// the smaller axis is inside, but an operand that has it so already leaves the word to the next.
function inside(a: number, b: number, shape: Shape, operands: readonly (readonly number[])[]): number {
  for (const strides of operands) {
    const x = strides[a]!;
    const y = strides[b]!;
    if (x === 0 || y === 0) continue;
    if (x !== y) return x < y ? 1 : -1;
    if (shape[a]! < shape[b]!) return 1;
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
    operands.map((v) => stretched(v, shape)),
  );
}

// Strides in the larger `shape`, 0 on each axis that is added or repeated.
function stretched(view: View, shape: Shape): readonly number[] {
  const lead = shape.length - view.shape.length;
  return shape.map((size, i) => (i >= lead && view.shape[i - lead] === size ? view.strides[i - lead]! : 0));
}

/** The strides of a copy: those of the original, or, if that has gaps, without gaps in the same order. */
export const copyStrides = (view: View): readonly number[] =>
  isDense(view) ? view.strides : denseStrides(view.shape, [view.strides]);

// Strides without gaps for a result of `shape`, in the order that `operands` (strides in it) agree on.
function denseStrides(shape: Shape, operands: readonly (readonly number[])[]): readonly number[] {
  const axes = innermostFirst(shape, operands);
  if (axes.every((axis, i) => axis === shape.length - 1 - i)) return contiguousStrides(shape);
  const strides = new Array<number>(shape.length);
  let step = 1;
  for (const axis of axes) {
    strides[axis] = step;
    step *= shape[axis]!;
  }
  return strides;
}
