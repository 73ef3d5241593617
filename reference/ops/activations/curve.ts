/** Activations that are curves: an element of the result is a function of the element of the input there. */

import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { walk } from '../../kernels/loop.ts';
import { broadcastTo, type View } from '../../memory/view.ts';
import { sameDtype } from '../nn/same-dtype.ts';
import { promoted, unary } from '../pointwise.ts';

export interface Curve<O> extends Partial<Pick<Op<O>, 'dtype' | 'forward'>> {
  readonly name: string;
  /** PyTorch's name of the function, as its nodes are named after it: `Elu`. */
  readonly node: string;
  readonly value: (options: O) => (x: number) => number;
  /** g·f′(x). Where the slope is 0 or 1 it may stop g whole, or let it pass. */
  readonly slope: (options: O) => (x: number, g: number) => number;
  /** f″(x), in ops that are recorded; null: there is none, or it is 0. */
  readonly bend: ((x: Tensor, options: O) => Tensor) | null;
}

/** The record of an activation of one floating tensor, in its shape and dtype. */
export function curve<O>(of: Curve<O>): Op<O> {
  const { name, node, value } = of;
  const slope = slopeOf(of);
  return {
    name,
    shape: ([input]) => input!,
    dtype: of.dtype ?? sameDtype(name),
    layout: 'as-operands',
    forward: of.forward ?? ((out, inputs, options) => pointwise(value(options))(out, inputs)),
    // d f(x) = f′(x)·dx
    vjp: {
      gradFn: `${node}Backward0`,
      rules: [(grad, saved) => apply(slope, [saved.input(0), grad], saved.options)],
    },
  };
}

/** Runs a function of one number over all elements. */
export const pointwise = (f: (x: number) => number): ReturnType<typeof unary> =>
  unary((n, out, o, a, p, s) => {
    for (let i = 0; i < n; i++) out[o + i] = f(a[p + i * s]!);
  });

/** g·f′(x) as an op of x and g, rounded once. */
export function slopeOf<O>({ name, node, slope, bend }: Omit<Curve<O>, 'value'>): Op<O> {
  const op: Op<O> = {
    name: `${name}_backward`,
    shape: ([input]) => input!,
    dtype: promoted,
    layout: 'as-operands',
    forward: (out, [input, grad], options) => sloped(out, input!, grad!, slope(options)),
    // d g·f′(x) = f′(x)·dg + g·f″(x)·dx
    vjp: {
      gradFn: `${node}BackwardBackward0`,
      rules: [
        (grad, saved) => {
          if (bend === null) return grad.zeros_like();
          return grad.mul(saved.input(1)).mul(bend(saved.input(0), saved.options));
        },
        (grad, saved) => apply(op, [saved.input(0), grad], saved.options),
      ],
    },
  };
  return op;
}

function sloped(out: View, input: View, grad: View, slope: (x: number, g: number) => number): void {
  const [to, x, g] = [out.numbers, input.numbers, grad.numbers];
  const views = [out, broadcastTo(input, out.shape), broadcastTo(grad, out.shape)];
  walk(out.shape, views, (n, [o, p, q], [r, s, t]) => {
    for (let i = 0; i < n; i++) to[o! + i * r!] = slope(x[p! + i * s!]!, g[q! + i * t!]!);
  });
}
