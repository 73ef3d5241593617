import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { offsetsOfAll } from './taken.ts';

/**
 * The places of all elements that are not 0, in row-major order: a row for each, a column for each axis. NaN is not 0.
 *
 *     out[k] = (i₁, …, iₙ) for the k-th i with input[i₁, …, iₙ] ≠ 0
 *
 * int64. Source: torch.nonzero.
 */
export function nonzero(input: Tensor): Tensor {
  const { buffer } = input.strided.storage;
  const zero = input.dtype === 'int64' ? 0n : 0;
  const ranks = Array.from(offsetsOfAll(input.strided), (at, i) => (buffer[at] === zero ? -1 : i));
  return apply(op, [input], { ranks: ranks.filter((i) => i >= 0) });
}

const op: Op<{ readonly ranks: readonly number[] }> = {
  name: 'nonzero',
  shape: ([input], { ranks }) => [ranks.length, input!.length],
  dtype: ([input]) => ({ compute: (input as Tensor).dtype, result: 'int64' }),
  layout: 'row-major',
  // out[k, axis] = ⌊rank[k] / Π sizes behind axis⌋ mod size
  forward: (out, [input], { ranks }) => {
    const { shape } = input!;
    ranks.forEach((rank, k) => {
      let rest = rank;
      for (let axis = shape.length - 1; axis >= 0; axis--) {
        out.bigints[k * shape.length + axis] = BigInt(rest % shape[axis]!);
        rest = Math.floor(rest / shape[axis]!);
      }
    });
  },
  vjp: null,
};
