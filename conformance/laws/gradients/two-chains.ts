/** Two compositions of one tensor, and the same of two tensors of equal values. */
import fc from 'fast-check';
import { leaf } from '../../arbitraries/tensor.ts';
import type { OpStep, TensorValue } from '../../values/case.ts';
import type { Observation } from '../../values/observation.ts';
import { numbers, together } from '../claims.ts';
import { again, type Chain, chain, origin } from './chain.ts';
import { drawn, small } from './operands.ts';
import { near, type Precision } from './precision.ts';

export interface TwoChains {
  /** Of `x`. */
  readonly f: Chain;
  readonly g: Chain;
  /** The same, of `xf` and of `xg`. */
  readonly apart: { readonly f: Chain; readonly g: Chain };
  /**
   * `x`, `xf` and `xg` as leaves, the constants, and `c` and `d`, cotangents of f and g. Those of the parts are
   * copies, `c2` and `d2`: PyTorch may keep a view of a cotangent as a `.grad`, and then adds to both.
   */
  readonly inputs: Readonly<Record<string, TensorValue>>;
}

/** `keep`: both results have the shape of `x`. */
export const twoChains = (precision: Precision, keep = false): fc.Arbitrary<TwoChains> =>
  small()
    .chain((shape) =>
      fc.record({
        x: origin(precision, shape),
        f: chain(precision, { from: 'x', shape, mark: 'f', keep }),
        g: chain(precision, { from: 'x', shape, mark: 'g', keep }),
      }),
    )
    .chain(({ x, f, g }) =>
      fc
        .record({
          c: drawn(precision, f.shape, { low: -2, high: 2 }),
          d: drawn(precision, g.shape, { low: -2, high: 2 }),
        })
        .map(({ c, d }) => ({
          f,
          g,
          apart: { f: again(f, 'xf', '_2'), g: again(g, 'xg', '_2') },
          inputs: { x: leaf(x), xf: leaf(x), xg: leaf(x), ...f.inputs, ...g.inputs, c, d, c2: c, d2: d },
        })),
    );

/** `x` received what `xf` and `xg` received together. */
export const sumOfParts = (
  seen: Readonly<Record<string, Observation>>,
  precision: Precision,
): ReturnType<typeof together> => {
  const [p, q] = [numbers(seen['xf.grad']), numbers(seen['xg.grad'])];
  const sum = p.map((value, i) => value + q[i]!);
  const terms = p.map((value, i) => Math.abs(value) + Math.abs(q[i]!));
  return together({ 'x.grad': near(seen['x.grad'], sum, precision, terms) });
};

export const partGradients: readonly string[] = ['x.grad', 'xf.grad', 'xg.grad'];
export const backward = (out: string, cotangent?: string): OpStep => ({
  op: 'backward',
  in: cotangent === undefined ? [out] : [out, cotangent],
});
