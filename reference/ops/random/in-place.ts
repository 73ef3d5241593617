import { applyInPlace } from '../../apply/in-place.ts';
import type { Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { View } from '../../memory/view.ts';
import { type Generator, globalGenerator } from '../../numbers/generator.ts';

export interface Draw {
  /** The tensor to be overwritten: numbers come in the order of its memory. */
  readonly order: View;
  readonly from: Generator;
}

/** What draws in place: nothing of the old values, and so no gradient, is left. */
export const drawing = <O extends Draw>(
  name: string,
  gradFn: string,
  draw: (out: View, options: O) => void,
): Op<O> => ({
  name,
  shape: ([self]) => self!,
  dtype: ([self]) => ({ compute: (self as Tensor).dtype, result: (self as Tensor).dtype }),
  layout: 'row-major',
  forward: (out, _, options) => draw(out, options),
  // d self = 0
  vjp: { gradFn, rules: [(grad) => grad.zeros_like()] },
});

/** Overwrites `self` from `generator`, the global one unless given. */
export const drawInto = <O extends Draw>(
  op: Op<O>,
  self: Tensor,
  generator: Generator | undefined,
  rest: Omit<O, keyof Draw>,
): Tensor => applyInPlace(op, self, [], { ...rest, order: self.strided, from: generator ?? globalGenerator } as O);
