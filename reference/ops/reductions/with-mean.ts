/** What `var_mean` and `std_mean` share: the mean beside the spread, and one node for both. */

import { apply, type Op } from '../../apply/op.ts';
import { ofOneCall } from '../../autograd/graph.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { Saved } from '../../autograd/vjp.ts';
import { fold } from '../../kernels/groups.ts';
import { type Deviations, deviationsBy, floatingOnly, type VarOptions, variance } from './deviations.ts';
import { reduce, sizeOfGroups, unreduce } from './dims.ts';
import { sumRow } from './sum.ts';

/** The spread's gradient where `grad` is beside every element. */
type Slope = (grad: Tensor, saved: Saved<Deviations>) => Tensor;

interface Pair {
  readonly spread: Op<Deviations>;
  readonly mean: Op<Deviations>;
}

/** Records of both results; the spread is `finish` of the variance. `reads` is what the node reads whichever gradient is asked. */
export const pair = (
  name: string,
  gradFn: string,
  finish: (variance: number) => number,
  slope: Slope,
  reads: (saved: Saved<Deviations>) => void,
): Pair => {
  const common = { name, shape: reduce, dtype: floatingOnly, layout: 'row-major' } as const;
  return {
    spread: {
      ...common,
      forward: (out, [input], options) => variance(out, input!, options, finish),
      // d var = 2·(x - m)/(n - correction)·dx, and d std = d var / (2·std)
      vjp: { gradFn, rules: [(grad, saved) => slope(unreduce(grad, saved.options, saved.shape(0)), saved)] },
    },
    mean: {
      ...common,
      forward: (out, [input], { dims }) => {
        const n = sizeOfGroups(input!.shape, dims);
        fold(out, input!, dims, 0, sumRow, (total) => total / n);
      },
      // d mean = 1/n Σᵢ dxᵢ
      vjp: {
        gradFn,
        rules: [
          (grad, saved) => {
            reads(saved);
            const shape = saved.shape(0);
            return unreduce(grad, saved.options, shape).div(sizeOfGroups(shape, saved.options.dims));
          },
        ],
      },
    },
  };
};

export function withMean(input: Tensor, { spread, mean }: Pair, options: VarOptions): readonly [Tensor, Tensor] {
  const complete = deviationsBy(input, options);
  return ofOneCall([apply(spread, [input], complete), apply(mean, [input], complete)] as const);
}
