import { apply, type Op } from '../../apply/op.ts';
import { operandAndOptions } from '../../autograd/operand-and-options.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { Saved } from '../../autograd/vjp.ts';
import { convert } from '../../kernels/convert.ts';
import { multiply } from '../../kernels/matrix-product.ts';
import { shapeText } from '../../memory/shape.ts';
import { emptyView, restride, type View } from '../../memory/view.ts';
import { type Dtype, isFloating, type Numbers } from '../../numbers/dtype.ts';
import { raise } from '../../numbers/errors.ts';
import { columnsShape, foldInto, unfold } from './conv2d-columns.ts';
import { type Conv2dOptions, type Geometry, geometryOf, marginsOf } from './conv2d-geometry.ts';
import { sameDtype, sameNumbers } from './same-dtype.ts';

export { type Conv2dOptions, type Margins, marginsOf, type Pair, pairOf } from './conv2d-geometry.ts';

/**
 * Cross-correlation over the last two axes, with zeros around the input.
 *
 *     out[n, o, y, x] = bias[o] + Σ input[n, c, y·stride + u·dilation - padding, x·stride + v·dilation - padding]·weight[o, c, u, v]
 *
 * `input` is (N, C, H, W) or (C, H, W), `weight` (O, C / groups, kh, kw), `bias` (O), the result (N, O, H′, W′) with H′
 * = ⌊(H + 2·padding - dilation·(kh - 1) - 1) / stride⌋ + 1. All are of one dtype. Raises shape_mismatch,
 * dtype_mismatch, unsupported_dtype (bool), invalid_argument (options that cannot be).
 * Source: torch.nn.functional.conv2d.
 */
export function conv2d(
  input: Tensor,
  weight: Tensor,
  channelBias?: Tensor | Conv2dOptions | null,
  rest: Conv2dOptions = {},
): Tensor {
  const [bias, options] = operandAndOptions(channelBias, rest);
  if (bias !== null && bias.dtype !== input.dtype) {
    raise('dtype_mismatch', `conv2d: an input of ${input.dtype}, a bias of ${bias.dtype}`);
  }
  if (input.ndim === 3) return conv2d(input.unsqueeze(0), weight, bias, options).squeeze({ dim: 0 });
  if (input.ndim !== 4) {
    raise('shape_mismatch', `conv2d: an input of ${shapeText(input.shape)} has neither 3 nor 4 axes`);
  }
  const geometry = geometryOf(input.shape, weight.shape, options);
  // An odd zero is added to a copy, which is then what the gradient needs: the input may be written to.
  const uneven = marginsOf([geometry.height.taps, geometry.width.taps], options).some(([a, b]) => a !== b);
  const padded = uneven ? input.clone() : input;
  if (bias === null) return apply(conv, [padded, weight], geometry);
  if (bias.ndim !== 1 || bias.shape[0] !== weight.shape[0]) {
    raise('shape_mismatch', `conv2d: a bias of ${shapeText(bias.shape)} for ${weight.shape[0]} output channels`);
  }
  return apply(conv, [padded, weight, bias], geometry);
}

// A convolution is linear in the input and in the weight, so each of these three is the gradient of the other two:
// with the sum ⟨y, conv(x, w)⟩ over all elements, d/dx is inputGradient(y, w) and d/dw is weightGradient(y, x).

const conv: Op<Geometry> = {
  name: 'conv2d',
  shape: (_, { output }) => output,
  dtype: sameNumbers('conv2d'),
  layout: 'row-major',
  // out[n, o, y, x] = bias[o] + Σ input[n, c, y·s + u·d − p, x·s + v·d − p]·weight[o, c, u, v]
  forward: (out, [input, weight, bias], geometry) => {
    const x = dense(input!);
    const w = dense(weight!);
    const shape = [filtersOf(geometry), columnsShape(geometry)[1]];
    const dtype = exactDtype(out.dtype);
    eachGroup(geometry, (filters, image, maps) => {
      const sums = emptyView(dtype, shape);
      multiply(sums, filters(w), unfold(geometry, dtype, x.storage.buffer, x.offset + image));
      if (bias !== undefined) addBias(sums, bias, (maps / shape[1]!) % bias.shape[0]!);
      // Both are of one kind: bigints, or numbers.
      (out.storage.buffer as Numbers).set(sums.storage.buffer as Numbers, maps);
    });
  },
  vjp: {
    gradFn: 'ConvolutionBackward0',
    // Input and weight are kept for each other, and are missed together if either was written to.
    rules: [
      (grad, saved) => inputGradient(grad, kept(saved)[1], saved.options),
      (grad, saved) => weightGradient(grad, kept(saved)[0], saved.options),
      (grad, saved) => {
        kept(saved);
        return grad.sum({ dim: [0, 2, 3] });
      },
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
    const g = dense(grad!);
    const w = dense(weight!);
    const sums = new Float64Array(out.numel);
    eachGroup(geometry, (filters, image, maps) => {
      const columns = emptyView('float64', columnsShape(geometry));
      multiply(columns, transposed(filters(w)), mapsAt(g, maps, geometry));
      foldInto(geometry, sums, image, columns);
    });
    out.numbers.set(sums);
  },
  // Linear in grad and in weight: the gradient in each is another of the three.
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
    const g = dense(grad!);
    const x = dense(input!);
    const total = emptyView('float64', geometry.weight);
    eachGroup(geometry, (filters, image, maps) => {
      const part = filters(total);
      const sums = emptyView('float64', part.shape);
      multiply(sums, mapsAt(g, maps, geometry), transposed(unfold(geometry, 'float64', x.numbers, x.offset + image)));
      const [to, from] = [total.numbers, sums.numbers];
      for (let i = 0; i < from.length; i++) to[part.offset + i]! += from[i]!;
    });
    out.numbers.set(total.numbers);
  },
  // Linear in grad and in input: the gradient in each is another of the three.
  vjp: {
    gradFn: 'ConvolutionBackwardBackward0',
    rules: [
      (grad, saved) => apply(conv, [saved.input(1), grad], saved.options),
      (grad, saved) => inputGradient(saved.input(0), grad, saved.options),
    ],
  },
};

// Integers wrap, which sums of their own kind do by themselves, a narrower dtype when the result is rounded to it.
const exactDtype = (dtype: Dtype): Dtype => (isFloating(dtype) ? 'float64' : dtype === 'int64' ? 'int64' : 'int32');

const kept = (saved: Saved<Geometry>): readonly [Tensor, Tensor] => [saved.input(0), saved.input(1)];

const inputGradient = (grad: Tensor, weight: Tensor, geometry: Geometry): Tensor =>
  apply(toInput, [grad, weight], geometry);

const weightGradient = (grad: Tensor, input: Tensor, geometry: Geometry): Tensor =>
  apply(toWeight, [grad, input], geometry);

/** The same elements in row-major order. */
const dense = (view: View): View => (view.isContiguous() ? view : convert(view, view.dtype));

const transposed = (matrix: View): View => restride(matrix, matrix.shape.toReversed(), matrix.strides.toReversed());

const filtersOf = ({ weight, groups }: Geometry): number => weight[0]! / groups;

/** The maps of one group, from their start, as a matrix: a row for each output channel. */
function mapsAt(grad: View, start: number, geometry: Geometry): View {
  const columns = columnsShape(geometry)[1];
  return restride(grad, [filtersOf(geometry), columns], [columns, 1], grad.offset + start);
}

/**
 * For every image and group: the group's filters as a matrix (of a dense weight), and where its channels start in the
 * input and its maps in the output.
 */
function eachGroup(
  geometry: Geometry,
  visit: (filters: (weight: View) => View, image: number, maps: number) => void,
): void {
  const { input, groups } = geometry;
  const [taps, columns] = columnsShape(geometry);
  const filters = filtersOf(geometry);
  const channels = (input[1]! / groups) * input[2]! * input[3]!;
  for (let k = 0; k < input[0]! * groups; k++) {
    const first = (k % groups) * filters * taps;
    const ofWeight = (weight: View): View => restride(weight, [filters, taps], [taps, 1], weight.offset + first);
    visit(ofWeight, k * channels, k * filters * columns);
  }
}

function addBias(sums: View, bias: View, channel: number): void {
  const [rows, columns] = sums.shape as readonly [number, number];
  const to = sums.storage.buffer as Numbers;
  for (let o = 0; o < rows; o++) {
    const b = (bias.storage.buffer as Numbers)[bias.offset + (channel + o) * bias.strides[0]!]!;
    for (let j = o * columns; j < (o + 1) * columns; j++) to[j]! += b;
  }
}
