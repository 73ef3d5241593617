/** What an op is, and the two places where ops run: `apply` for new results, `applyView` for windows of old ones. */

import { gradModeEnabled } from '../autograd/grad-mode.ts';
import { record } from '../autograd/graph.ts';
import { Tensor } from '../autograd/tensor.ts';
import type { Operand, Vjp } from '../autograd/vjp.ts';
import { convert, scalarView } from '../kernels/convert.ts';
import { resultStrides } from '../memory/layout.ts';
import type { Shape } from '../memory/shape.ts';
import { emptyView, restride, type View } from '../memory/view.ts';
import type { Dtype } from '../numbers/dtype.ts';
import { raise } from '../numbers/errors.ts';
import { roundBuffer } from '../numbers/rounding.ts';
import { isScalar } from '../numbers/scalar.ts';

/** Which dtypes an op works in. */
export interface Dtypes {
  /** What operands are converted to before `forward`: all of them, or one by one. */
  readonly compute: Dtype | readonly Dtype[];
  readonly result: Dtype;
}

/** An op that computes. `O` is its options, complete: defaults are filled in by the function that calls `apply`. */
export interface Op<O> {
  /** PyTorch's name. */
  readonly name: string;
  /** The result's shape from the operands' (`[]` for a number). Raises what does not fit. */
  readonly shape: (shapes: readonly Shape[], options: O) => Shape;
  /** Raises dtypes that the op does not take. */
  readonly dtype: (operands: readonly Operand[], options: O) => Dtypes;
  /** The order of the result in memory: row-major, as its operands have it (pointwise ops), or under these strides. */
  readonly layout: 'row-major' | 'as-operands' | ((operands: readonly View[], options: O) => readonly number[]);
  /** Fills `out`, which is fresh and has no gaps. */
  readonly forward: (out: View, inputs: readonly View[], options: O) => void;
  /** null: not differentiable. */
  readonly vjp: Vjp<O> | null;
}

/** An op that computes nothing: its result looks into its operand's memory. */
export interface ViewOp<O> {
  readonly name: string;
  readonly view: (input: View, options: O) => View;
  readonly vjp: Vjp<O>;
}

/** Checks shapes, then dtypes; promotes, allocates, computes, rounds to the dtype, records. */
export function apply<O>(op: Op<O>, operands: readonly Operand[], options: O): Tensor {
  const shape = op.shape(operands.map(shapeOf), options);
  const { compute, result } = op.dtype(operands, options);
  const inputs = new Array<View>(operands.length);
  for (let i = 0; i < operands.length; i++) {
    const x = operands[i]!;
    const dtype = typeof compute === 'string' ? compute : compute[i]!;
    if (x instanceof Tensor) inputs[i] = x.strided.storage.dtype === dtype ? x.strided : convert(x.strided, dtype);
    else inputs[i] = scalarView(x, dtype);
  }
  const out = allocateResult(op, result, shape, operands, options);
  op.forward(out, inputs, options);
  roundBuffer(out.storage.buffer, result);
  const tensor = new Tensor(out);
  record(op.vjp, operands, options, tensor);
  return tensor;
}

const NUMBER: Shape = [];
const NUMBER_VIEW = emptyView('float64', NUMBER);

function shapeOf(x: Operand): Shape {
  if (x instanceof Tensor) return x.strided.shape;
  return isScalar(x) ? NUMBER : raise('invalid_argument', `expected a tensor or a number, found ${typeof x}`);
}

function allocateResult<O>(
  { layout }: Op<O>,
  dtype: Dtype,
  shape: Shape,
  operands: readonly Operand[],
  options: O,
): View {
  const out = emptyView(dtype, shape);
  if (layout === 'row-major' || (layout === 'as-operands' && shape.length < 2)) return out;
  const views = operands.map((x) => (x instanceof Tensor ? x.strided : NUMBER_VIEW));
  return restride(out, shape, layout === 'as-operands' ? resultStrides(shape, views) : layout(views, options));
}

/** The view of `input`, recorded, and remembered for writes through it. */
export function applyView<O>(op: ViewOp<O>, input: Tensor, options: O): Tensor {
  const tensor = new Tensor(op.view(input.strided, options));
  const { origin } = input;
  tensor.origin = {
    base: origin === null ? input : origin.base,
    replay: (base) => applyView(op, origin === null ? base : origin.replay(base), options),
    unrecorded: !gradModeEnabled() || origin?.unrecorded === true,
  };
  tensor.nodeVersion = tensor.strided.storage.version;
  record(op.vjp, [input], options, tensor);
  return tensor;
}

/** A view of what nobody else holds counts as a tensor of its own, as in PyTorch: it may be written to wherever it was made. */
export function asOwn(view: Tensor): Tensor {
  view.origin = null;
  return view;
}
