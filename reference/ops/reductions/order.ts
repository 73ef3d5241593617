/** What sorts: the places of the elements along an axis, in order, and the elements that stand there. */

import { apply, type Op } from '../../apply/op.ts';
import { Tensor } from '../../autograd/tensor.ts';
import { copyInto } from '../../kernels/convert.ts';
import { groupsAlong } from '../../kernels/groups.ts';
import { copyAt } from '../../kernels/places.ts';
import { copyStrides } from '../../memory/layout.ts';
import { normalizeDim, type Shape } from '../../memory/shape.ts';
import { emptyView, type View } from '../../memory/view.ts';
import { offsetsNamed } from '../indexing/element-by-element.ts';
import { takenDtype } from '../indexing/taken.ts';

export interface OrderOptions {
  /** Along which axis. Default: the last. */
  readonly dim?: number;
  /** The largest first. Default: false. */
  readonly descending?: boolean;
  /** Equal elements keep their order, which they do here in any case. Default: false. */
  readonly stable?: boolean;
}

export interface Ordered {
  readonly values: Tensor;
  /** int64. */
  readonly indices: Tensor;
}

interface Order {
  readonly dim: number;
  readonly descending: boolean;
  /** As a sort of JavaScript is in any case. */
  readonly stable: boolean;
  /** How many of them; null: all, which lie in memory as the input does. */
  readonly count: number | null;
}

type Num = number | bigint;

/** NaN is the largest, and as large as NaN. */
const compare = (a: Num, b: Num): number => {
  if (a < b) return -1;
  if (a > b) return 1;
  return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
};

export const orderOf = (
  input: Tensor,
  { dim = -1, descending = false, stable = false }: OrderOptions,
  count: number | null = null,
): Order => ({ dim: normalizeDim(dim, input.ndim), descending, stable, count });

const shapeOf = (input: Shape, { dim, count }: Order): Shape =>
  count === null || input.length === 0 ? input : input.with(dim, count);

/** The places of the elements in order. */
export const placesInOrder = (input: Tensor, order: Order): Tensor => apply(places, [input], order);

const places: Op<Order> = {
  name: 'argsort',
  shape: ([input], order) => shapeOf(input!, order),
  dtype: ([input]) => ({ compute: (input as Tensor).dtype, result: 'int64' }),
  layout: ([input], order) => strides(input!, order),
  // input[out[0]] ≤ input[out[1]] ≤ …
  forward: (out, [input], { dim, descending }) => {
    const axis = input!.shape.length === 0 ? [] : [dim];
    const [from, to] = [groupsAlong(input!, axis), groupsAlong(out, axis)];
    const buffer = input!.storage.buffer as ArrayLike<Num>;
    const sign = descending ? -1 : 1;
    to.starts.forEach((start, k) => {
      const first = from.starts[k]!;
      const lane = Array.from({ length: from.n }, (_, i) => i).sort(
        (i, j) => sign * compare(buffer[first + i * from.step]!, buffer[first + j * from.step]!),
      );
      for (let j = 0; j < to.n; j++) out.bigints[start + j * to.step] = BigInt(lane[j]!);
    });
  },
  vjp: null,
};

const strides = (input: View, order: Order): readonly number[] =>
  order.count === null ? copyStrides(input) : emptyView('bool', shapeOf(input.shape, order)).strides;

/** The elements that stand at these places along an axis. */
const standing = (gradFn: string): Op<Order> => ({
  name: 'sort',
  shape: ([, indices]) => indices!,
  dtype: takenDtype(1),
  layout: ([input], order) => strides(input!, order),
  // values[…, j, …] = input[…, indices[…, j, …], …]
  forward: (out, [input, indices], { dim }) => {
    const dense = emptyView(out.dtype, out.shape);
    copyAt(dense, input!, offsetsNamed(input!, dim, indices!));
    copyInto(out, dense);
  },
  // d input[…, indices[…, j, …], …] = d values[…, j, …], and 0 elsewhere
  vjp: {
    gradFn,
    rules: [
      (grad, saved) => {
        const zeros = new Tensor(emptyView(grad.dtype, saved.shape(0)));
        return zeros.scatter(saved.options.dim, saved.input(1), grad);
      },
      null,
    ],
  },
});

/** Elements in order, with their places. */
export const inOrder =
  (gradFn: string) =>
  (input: Tensor, order: Order): Ordered => {
    const indices = placesInOrder(input, order);
    return { values: apply(RECORDS[gradFn]!, [input, indices], order), indices };
  };

const RECORDS: Readonly<Record<string, Op<Order>>> = {
  SortBackward0: standing('SortBackward0'),
  TopkBackward0: standing('TopkBackward0'),
};
