/** One element of each lane along an axis, chosen by an index tensor: the values of `max` with a `dim`. */

import { apply, type Dtypes, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { Operand } from '../../autograd/vjp.ts';
import { groupsAlong } from '../../kernels/groups.ts';
import { reducedShape, type Shape } from '../../memory/shape.ts';
import type { View } from '../../memory/view.ts';

/** The elements that `indices` (row-major int64) name along an axis. */
export function pick(input: Tensor, indices: Tensor, options: Pick): Tensor {
  return apply(op, [input, indices], options);
}

interface Pick {
  /** Normalized. */
  readonly dim: number;
  readonly keepdim: boolean;
  readonly gradFn: string;
}

// Calls `f(element of lane k that the index names, k)`, both as places in memory.
function each(lanes: View, indices: View, dim: number, f: (at: number, k: number) => void): void {
  const { starts, step } = groupsAlong(lanes, lanes.shape.length === 0 ? [] : [dim]);
  starts.forEach((start, k) => {
    f(start + Number(indices.bigints[indices.offset + k]!) * step, k);
  });
}

const dtype = ([x]: readonly Operand[]): Dtypes => {
  const own = (x as Tensor).dtype;
  return { compute: [own, 'int64'], result: own };
};

// out[k] = input[k, index[k]]
const op: Op<Pick> = {
  name: 'pick',
  shape: ([input], { dim, keepdim }) => reducedShape(input!, input!.length === 0 ? [] : [dim], keepdim),
  dtype,
  layout: 'row-major',
  forward: (out, [input, indices], { dim }) => {
    const [to, from] = [out.storage.buffer, input!.storage.buffer];
    each(input!, indices!, dim, (at, k) => {
      to[k] = from[at]!;
    });
  },
  // d out[k] = d input[k, index[k]]
  vjp: {
    gradFn: ({ gradFn }) => gradFn,
    rules: [(grad, saved) => apply(put, [grad, saved.input(1)], { ...saved.options, shape: saved.shape(0) }), null],
  },
};

// out[k, index[k]] = grad[k], and 0 elsewhere
const put: Op<Pick & { readonly shape: Shape }> = {
  name: 'put',
  shape: (_, { shape }) => shape,
  dtype,
  layout: 'row-major',
  forward: (out, [grad, indices], { dim }) => {
    const [to, from] = [out.storage.buffer, grad!.storage.buffer];
    const lane = groupsAlong(grad!, []);
    each(out, indices!, dim, (at, k) => {
      to[at] = from[lane.starts[k]!]!;
    });
  },
  // d out[k, index[k]] = d grad[k]
  vjp: { gradFn: 'ScatterBackward0', rules: [(grad, saved) => apply(op, [grad, saved.input(1)], saved.options), null] },
};
