import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { Rule } from '../../autograd/vjp.ts';
import { convert } from '../../kernels/convert.ts';
import { multiply } from '../../kernels/matrix-product.ts';
import { numelOf, type Shape, shapeText } from '../../memory/shape.ts';
import { broadcastTo, emptyView, restride, stridesFor, type View } from '../../memory/view.ts';
import { isFloating } from '../../numbers/dtype.ts';
import { raise } from '../../numbers/errors.ts';
import { NONE, type None } from '../pointwise.ts';
import { sameDtype } from './same-dtype.ts';

/**
 * An affine map of the last axis: input (…, in), weight (out, in), bias (out) → (…, out).
 *
 *     out[…, o] = Σᵢ input[…, i]·weight[o, i] + bias[o]
 *
 * A weight (in) is one output, whose axis is left out. Raises shape_mismatch, dtype_mismatch (nothing is promoted).
 * Source: torch.nn.functional.linear.
 */
export function linear(input: Tensor, weight: Tensor, bias?: Tensor | null): Tensor {
  if (weight.ndim === 1 && bias == null && input.shape.at(-1) === weight.shape[0]) return input.matmul(weight);
  if (isFloating(input.dtype) || weight.ndim !== 2) {
    return apply(op, bias == null ? [input, weight] : [input, weight, bias], NONE);
  }
  const product = input.matmul(weight.transpose(0, 1)); // integers exactly
  if (bias == null) return product;
  if (bias.dtype !== input.dtype)
    raise('dtype_mismatch', `linear: an input of ${input.dtype}, a bias of ${bias.dtype}`);
  return product.add(bias);
}

/** All axes but the last as one: (n, m, k) → (n·m, k). */
const rows = (x: Tensor, shape: Shape): Tensor => x.reshape([numelOf(shape.slice(0, -1)), shape.at(-1)!]);

// input: G·weight. weight: Gᵀ·input. bias: Σ G over all axes but the last, which is what broadcasting undoes.
const rules: readonly Rule<None>[] = [
  (grad, saved) => grad.matmul(saved.input(1)),
  (grad, saved) => {
    const [out] = saved.shape(1);
    const g = rows(grad, [...saved.shape(0).slice(0, -1), out!]);
    return g.transpose(0, 1).matmul(rows(saved.input(0), saved.shape(0)));
  },
  (grad) => grad,
];

// PyTorch goes one of several ways to the same sum.
function gradFnOf(input: Tensor, _: Tensor, bias?: Tensor): string {
  if (input.ndim === 2) return bias === undefined ? 'MmBackward0' : 'AddmmBackward0';
  if (bias === undefined) return input.ndim === 1 ? 'SqueezeBackward4' : 'UnsafeViewBackward0';
  return input.is_contiguous() && bias.is_contiguous() ? 'ViewBackward0' : 'AddBackward0';
}

const op: Op<None> = {
  name: 'linear',
  shape: ([input, weight, bias]) => {
    const features = input!.at(-1);
    const [i, w] = [shapeText(input!), shapeText(weight!)];
    if (features === undefined || weight!.length !== 2 || weight![1] !== features) {
      raise('shape_mismatch', `linear: rows of input ${i} do not fit a weight of ${w}, which is (out, in)`);
    }
    const out = weight![0]!;
    if (bias !== undefined && !(bias.length <= 1 && (bias[0] ?? 1) === 1) && !(bias.length === 1 && bias[0] === out)) {
      raise('shape_mismatch', `linear: a bias of ${shapeText(bias)} does not fit ${out} output features`);
    }
    return [...input!.slice(0, -1), out];
  },
  dtype: sameDtype('linear'),
  layout: 'row-major',
  // out[r, o] = Σᵢ input[r, i]·weight[o, i] + bias[o]
  forward: (out, [input, weight, bias]) => affine(out, input!, weight!, bias),
  vjp: { gradFn: (_, operands) => gradFnOf(...(operands as [Tensor, Tensor, Tensor?])), rules },
};

// One sum in float64 for product and bias, rounded once.
function affine(out: View, input: View, weight: View, bias: View | undefined): void {
  const [outputs, features] = weight.shape as readonly [number, number];
  const rows = numelOf(input.shape.slice(0, -1));
  const matrix = stridesFor(input, [rows, features]);
  const x = matrix === null ? convert(input, input.dtype) : input;
  const sums = emptyView('float64', [rows, outputs]);
  const transposed = restride(weight, [features, outputs], weight.strides.toReversed());
  multiply(sums, restride(x, [rows, features], matrix ?? [features, 1]), transposed);
  const to = sums.numbers;
  if (bias !== undefined) {
    const { numbers, offset, strides } = broadcastTo(bias, [outputs]);
    for (let i = 0; i < to.length; i++) to[i]! += numbers[offset + (i % outputs) * strides[0]!]!;
  }
  out.numbers.set(to);
}
