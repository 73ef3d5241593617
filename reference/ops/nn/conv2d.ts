import { convert } from '../../convert.ts';
import type { Numbers } from '../../dtype.ts';
import { raise } from '../../errors.ts';
import { apply, type Op } from '../../op.ts';
import { shapeText } from '../../shape.ts';
import type { Tensor } from '../../tensor.ts';
import type { View } from '../../view.ts';
import { type Conv2dOptions, eachRun, type Geometry, geometryOf } from './conv2d-geometry.ts';
import { sameDtype } from './same-dtype.ts';

export { type Conv2dOptions, type Pair, pairOf } from './conv2d-geometry.ts';

// A convolution is linear in the input and in the weight, so each of these three is the gradient of the other two:
// with the sum ⟨y, conv(x, w)⟩ over all elements, d/dx is inputGradient(y, w) and d/dw is weightGradient(y, x).

const conv: Op<Geometry> = {
  name: 'conv2d',
  shape: (_, { output }) => output,
  dtype: sameDtype('conv2d'),
  layout: 'row-major',
  // out[n, o, y, x] = bias[o] + Σ input[n, c, y·s + u·d − p, x·s + v·d − p]·weight[o, c, u, v]
  forward: (out, [input, weight, bias], geometry) => {
    const sums = new Float64Array(out.numel);
    if (bias !== undefined) startFrom(sums, bias, geometry);
    const [xs, x0] = dense(input!);
    const [ws, w0] = dense(weight!);
    eachRun(geometry, (n, y, x, step, w) => {
      const factor = ws[w0 + w]!;
      for (let i = 0, j = x0 + x; i < n; i++, j += step) sums[y + i]! += factor * xs[j]!;
    });
    out.numbers.set(sums);
  },
  vjp: {
    gradFn: 'ConvolutionBackward0',
    rules: [
      (grad, saved) => inputGradient(grad, saved.input(1), saved.options),
      (grad, saved) => weightGradient(grad, saved.input(0), saved.options),
      (grad) => grad.sum({ dim: [0, 2, 3] }),
    ],
  },
};

const toInput: Op<Geometry> = {
  name: 'conv2d_input',
  shape: (_, { input }) => input,
  dtype: sameDtype('conv2d'),
  layout: 'row-major',
  // out[n, c, y·s + u·d − p, …] = Σ grad[n, o, y, x]·weight[o, c, u, v]
  forward: (out, [grad, weight], geometry) => {
    const sums = new Float64Array(out.numel);
    const [gs, g0] = dense(grad!);
    const [ws, w0] = dense(weight!);
    eachRun(geometry, (n, y, x, step, w) => {
      const factor = ws[w0 + w]!;
      for (let i = 0, j = x; i < n; i++, j += step) sums[j]! += factor * gs[g0 + y + i]!;
    });
    out.numbers.set(sums);
  },
  vjp: {
    gradFn: 'ConvolutionBackwardBackward0',
    rules: [
      (grad, saved) => apply(conv, [grad, saved.input(1)], saved.options),
      (grad, saved) => weightGradient(saved.input(0), grad, saved.options),
    ],
  },
};

const toWeight: Op<Geometry> = {
  name: 'conv2d_weight',
  shape: (_, { weight }) => weight,
  dtype: sameDtype('conv2d'),
  layout: 'row-major',
  // out[o, c, u, v] = Σ grad[n, o, y, x]·input[n, c, y·s + u·d − p, x·s + v·d − p]
  forward: (out, [grad, input], geometry) => {
    const sums = new Float64Array(out.numel);
    const [gs, g0] = dense(grad!);
    const [xs, x0] = dense(input!);
    eachRun(geometry, (n, y, x, step, w) => {
      let sum = 0;
      for (let i = 0, j = x0 + x; i < n; i++, j += step) sum += gs[g0 + y + i]! * xs[j]!;
      sums[w]! += sum;
    });
    out.numbers.set(sums);
  },
  vjp: {
    gradFn: 'ConvolutionBackwardBackward0',
    rules: [
      (grad, saved) => apply(conv, [saved.input(1), grad], saved.options),
      (grad, saved) => inputGradient(saved.input(0), grad, saved.options),
    ],
  },
};

const inputGradient = (grad: Tensor, weight: Tensor, geometry: Geometry): Tensor =>
  apply(toInput, [grad, weight], geometry);
const weightGradient = (grad: Tensor, input: Tensor, geometry: Geometry): Tensor =>
  apply(toWeight, [grad, input], geometry);

/** The elements in row-major order, and where they start. */
function dense(view: View): [Numbers, number] {
  const { numbers, offset } = view.isContiguous() ? view : convert(view, view.dtype);
  return [numbers, offset];
}

function startFrom(sums: Float64Array, bias: View, { output }: Geometry): void {
  const [b, b0] = dense(bias);
  const plane = output[2]! * output[3]!;
  for (let k = 0; k * plane < sums.length; k++) sums.fill(b[b0 + (k % output[1]!)]!, k * plane, (k + 1) * plane);
}

/**
 * Cross-correlation of (N, C, H, W), or (C, H, W), with a weight of (O, C / groups, kh, kw), plus a bias of (O).
 * Source: torch.nn.functional.conv2d. Raises shape_mismatch, dtype_mismatch, invalid_argument.
 */
export function conv2d(input: Tensor, weight: Tensor, bias?: Tensor | null, options: Conv2dOptions = {}): Tensor {
  if (input.ndim === 3) return conv2d(input.unsqueeze(0), weight, bias, options).squeeze({ dim: 0 });
  if (input.ndim !== 4)
    raise('shape_mismatch', `conv2d: an input of ${shapeText(input.shape)} has neither 3 nor 4 axes`);
  const geometry = geometryOf(input.shape, weight.shape, options);
  if (bias == null) return apply(conv, [input, weight], geometry);
  if (bias.ndim !== 1 || bias.shape[0] !== weight.shape[0]) {
    raise('shape_mismatch', `conv2d: a bias of ${shapeText(bias.shape)} for ${weight.shape[0]} output channels`);
  }
  return apply(conv, [input, weight, bias], geometry);
}
