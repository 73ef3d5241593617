/** What index tensors take out of a tensor: the shape of it, and where in memory it lies. */

import type { Dtypes } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { Operand, Saved } from '../../autograd/vjp.ts';
import { offsetsOf } from '../../kernels/groups.ts';
import { resultStrides } from '../../memory/layout.ts';
import { contiguousStrides, type Shape } from '../../memory/shape.ts';
import { broadcastTo, restride, stridesFor, type View } from '../../memory/view.ts';
import { broadcast } from '../pointwise.ts';
import { offsetsOfPlaces } from './places.ts';

/** `dims` are the indexed axes, one per index tensor; the axes of these stand at `position` among the others. */
export interface Take {
  readonly dims: readonly number[];
  readonly position: number;
}

const others = (shape: Shape, { dims }: Take): number[] => shape.map((_, i) => i).filter((i) => !dims.includes(i));

/** Raises shape_mismatch if the index tensors do not broadcast. */
export function takenShape(shape: Shape, places: readonly Shape[], take: Take): Shape {
  const rest = others(shape, take).map((axis) => shape[axis]!);
  return rest.toSpliced(take.position, 0, ...broadcast(places));
}

/** Memory offsets in `view` of all that is taken, in row-major order of the taken shape. Raises index_out_of_range. */
export function takenOffsets(view: View, places: readonly View[], take: Take): Int32Array {
  const rest = others(view.shape, take);
  const offsets = (axes: readonly number[], offset: number): Int32Array =>
    offsetsOf(
      axes.map((axis) => view.shape[axis]!),
      axes.map((axis) => view.strides[axis]!),
      offset,
    );
  const before = offsets(rest.slice(0, take.position), view.offset);
  const middle = offsetsOfPlaces(view, take.dims, places, broadcast(places.map((p) => p.shape)));
  const after = offsets(rest.slice(take.position), 0);
  const all = new Int32Array(before.length * middle.length * after.length);
  let at = 0;
  for (const b of before) for (const m of middle) for (const a of after) all[at++] = b + m + a;
  return all;
}

/** Strides of the taken copy, ordered as the input is along its other axes, and as the index tensors are along theirs. */
export function takenStrides([input, ...places]: readonly View[], take: Take): readonly number[] {
  const middle = broadcast(places.map((p) => p.shape));
  const rest = others(input!.shape, take);
  const among = (ofRest: (axis: number) => number, ofPlaces: Shape): Shape =>
    rest.map(ofRest).toSpliced(take.position, 0, ...ofPlaces);
  const shape = among((axis) => input!.shape[axis]!, middle);
  const ofInput = among(
    (axis) => input!.strides[axis]!,
    middle.map(() => 0),
  );
  const around = among(() => 1, middle);
  const ofPlaces = places
    .map((place) => broadcastTo(place, middle))
    .map((place) => restride(place, around, stridesFor(place, around) ?? contiguousStrides(around)));
  return resultStrides(shape, [restride(input!, shape, ofInput), ...ofPlaces]);
}

/** Memory offsets of all elements, in row-major order. */
export const offsetsOfAll = ({ shape, strides, offset }: View): Int32Array => offsetsOf(shape, strides, offset);

/** Dtype rule: the first operand's, for it and `values` operands in all; then int64 for the index tensors. */
export const takenDtype =
  (values: number) =>
  (operands: readonly Operand[]): Dtypes => {
    const { dtype } = operands[0] as Tensor;
    return { compute: operands.map((_, i) => (i < values ? dtype : 'int64')), result: dtype };
  };

/** The index tensors among an op's operands, which come last. */
export const placesOf = (saved: Saved<Take>, first: number): Tensor[] =>
  Array.from({ length: saved.count - first }, (_, i) => saved.input(first + i));
