import { type Generator, globalGenerator } from '../../generator.ts';
import { applyInPlace } from '../../inplace.ts';
import type { Op } from '../../op.ts';
import type { Tensor } from '../../tensor.ts';
import type { View } from '../../view.ts';

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
  vjp: { gradFn, rules: [(grad) => grad.zeros_like()] },
});

/** Overwrites `self` from `generator`, the global one unless given. */
export const drawInto = <O extends Draw>(
  op: Op<O>,
  self: Tensor,
  generator: Generator | undefined,
  rest: Omit<O, keyof Draw>,
): Tensor => applyInPlace(op, self, [], { ...rest, order: self.strided, from: generator ?? globalGenerator } as O);
