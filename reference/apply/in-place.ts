/** Writing into a tensor that exists: what PyTorch refuses, and what becomes of the graph. */

import { gradModeEnabled } from '../autograd/grad-mode.ts';
import { edgeOf, GradNode, nodeOf, type Origin, setNode } from '../autograd/graph.ts';
import { Tensor } from '../autograd/tensor.ts';
import type { Operand, Vjp } from '../autograd/vjp.ts';
import { copyInto } from '../kernels/convert.ts';
import { copyStrides } from '../memory/layout.ts';
import { sameShape, shapeText } from '../memory/shape.ts';
import { emptyView, isDense, overlapsItself, restride, type View } from '../memory/view.ts';
import { raise } from '../numbers/errors.ts';
import { apply, type Op } from './op.ts';
import { canCast } from './promote.ts';

/** Where several elements of the written tensor are one place in memory: an error, unless all get the same value. */
export type Overlap = 'refuse' | 'all-equal';

/** `self ← op(self, …rest)`. self keeps its shape and dtype; the result must fit. */
export function applyInPlace<O>(
  op: Op<O>,
  self: Tensor,
  rest: readonly Operand[],
  options: O,
  overlap: Overlap = 'refuse',
): Tensor {
  checkGraph(self, op.name);
  if (overlap === 'refuse') checkOverlap(self, rest, op.name);
  const records = gradModeEnabled() && (self.requires_grad || rest.some((x) => x instanceof Tensor && x.requires_grad));
  const result = apply(op, [records ? snapshot(self) : self, ...rest], options);
  if (!sameShape(result.shape, self.shape)) {
    const [to, from] = [shapeText(self.shape), shapeText(result.shape)];
    raise('shape_mismatch', `${op.name}: a tensor of shape ${to} cannot hold the broadcast shape ${from}`);
  }
  if (!canCast(result.dtype, self.dtype)) {
    raise('dtype_mismatch', `${op.name}: a result of ${result.dtype} cannot be cast to ${self.dtype} in place`);
  }
  copyInto(self.strided, result.strided);
  self.strided.storage.version++;
  if (result.node !== null) adopt(self, result, result.node);
  return self;
}

/** Raises if the graph forbids a write into `self`. */
function checkGraph(self: Tensor, op: string): void {
  if (!gradModeEnabled()) return;
  const { origin } = self;
  if (self.leaf) raise('leaf_inplace', `${op}: a leaf that requires grad cannot be changed in place`);
  if (origin?.base.leaf) raise('leaf_inplace', `${op}: a view of a leaf that requires grad cannot be changed in place`);
  if (origin !== null && self.node === null && origin.base.requires_grad && !origin.unrecorded) {
    // PyTorch gives such a view its node only when its grad_fn is read, and takes it for a leaf until then.
    raise('leaf_inplace', `${op}: this view was taken before its base became part of the graph`);
  }
  if (origin?.unrecorded && origin.base.requires_grad) {
    raise('invalid_argument', `${op}: this view was made under no_grad, so a recorded write through it is ambiguous`);
  }
}

/** Raises if what is written depends on the order in which it is written. */
function checkOverlap(self: Tensor, rest: readonly Operand[], op: string): void {
  if (overlapsItself(self.strided)) {
    raise(
      'invalid_argument',
      `${op}: several elements of the written tensor share one place in memory; clone() it first`,
    );
  }
  for (const x of rest) {
    if (x instanceof Tensor && x !== self && partlyOverlap(self.strided, x.strided)) {
      raise(
        'invalid_argument',
        `${op}: the operand and the written tensor share a part of their memory; clone() one first`,
      );
    }
  }
}

// The same view twice is no partial overlap.
const partlyOverlap = (a: View, b: View): boolean =>
  overlap(a, b) && !(a.offset === b.offset && a.numel === b.numel && sameShape(a.strides, b.strides));

// As in PyTorch, only views without gaps are looked at.
function overlap(a: View, b: View): boolean {
  if (a.storage.buffer !== b.storage.buffer || a.numel === 0 || b.numel === 0) return false;
  if (!isDense(a) || !isDense(b)) return false;
  return a.offset < b.offset + b.numel && b.offset < a.offset + a.numel;
}

/** Raises invalid_argument if `self` shares memory with any of these: it is written in an order in which they are not read. */
export function checkApart(op: string, self: Tensor, others: readonly Operand[]): void {
  for (const x of others) {
    if (x instanceof Tensor && overlap(self.strided, x.strided)) {
      raise('invalid_argument', `${op}: an operand shares memory with the written tensor; clone() one first`);
    }
  }
}

/** self as it is before the write, at the same place of the graph. */
function snapshot(self: Tensor): Tensor {
  const copy = emptyLike(self.strided);
  copyInto(copy.strided, self.strided);
  copy.node = nodeOf(self);
  return copy;
}

function emptyLike(view: View): Tensor {
  return new Tensor(restride(emptyView(view.dtype, view.shape), view.shape, copyStrides(view)));
}

interface Slices {
  readonly origin: Origin;
  readonly strides: readonly number[];
}

// The gradient laid out as the base is, so that every view that could be taken of the base can be taken of it.
function sliceable(grad: Tensor, strides: readonly number[]): Tensor {
  const copy = emptyLike(restride(grad.strided, grad.shape, strides));
  return copy.copy_(grad);
}

/** A base after a write through one of its views: new = old outside the view, the written values inside. */
const copySlices: Vjp<Slices> = {
  gradFn: 'CopySlices',
  rules: [
    (grad, saved) => {
      const { origin, strides } = saved.options;
      const outside = sliceable(grad, strides);
      const inside = origin.replay(outside);
      checkOverlap(inside, [], 'CopySlices');
      inside.zero_();
      return outside;
    },
    (grad, saved) => {
      saved.operand(1); // as in PyTorch, how the write was computed is let go with the graph
      const { origin, strides } = saved.options;
      return origin.replay(sliceable(grad, strides));
    },
  ],
};

/** Makes `self` the result of `node`; if it is a view, its base becomes the result of a write through it. */
function adopt(self: Tensor, result: Tensor, node: GradNode): void {
  node.moveResult(self);
  const { origin } = self;
  if (origin === null) {
    setNode(self, node);
    return;
  }
  const { base } = origin;
  const options: Slices = { origin, strides: base.strided.strides };
  const edges = [edgeOf(base), node];
  setNode(base, new GradNode(copySlices as Vjp<unknown>, [base, result], options, edges, base));
  nodeOf(self); // which now comes from the base, as that of every other view of it does when it is asked for
}
