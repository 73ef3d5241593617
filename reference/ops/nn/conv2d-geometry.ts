/** The sizes of a convolution, from shapes and options. */

import { type Shape, shapeText } from '../../memory/shape.ts';
import { raise } from '../../numbers/errors.ts';

/** One number for both axes, or [height, width]. */
export type Pair = number | readonly number[];

export interface Conv2dOptions {
  /** How far the kernel moves from one output to the next. Default 1. */
  readonly stride?: Pair;
  /** Rows and columns of zeros on each side; `'same'`: as many as keep the size, `'valid'`: none. Default 0. */
  readonly padding?: Pair | 'same' | 'valid';
  /** The distance between the taps of the kernel. Default 1. */
  readonly dilation?: Pair;
  /** Channels are split into this many independent convolutions. Default 1. */
  readonly groups?: number;
}

/** Along one axis, output y meets input y·stride + tap·dilation − padding. */
export interface Axis {
  readonly size: number;
  readonly taps: number;
  readonly outputs: number;
  readonly stride: number;
  readonly padding: number;
  readonly dilation: number;
}

/** All sizes of one convolution. `input` is (N, C, H, W), `weight` (O, C / groups, kh, kw), `output` (N, O, H′, W′). */
export interface Geometry {
  readonly input: Shape;
  readonly weight: Shape;
  readonly output: Shape;
  readonly height: Axis;
  readonly width: Axis;
  readonly groups: number;
}

export function pairOf(value: Pair, name: string, least: number): readonly [number, number] {
  const [height, width = height] = typeof value === 'number' ? [value] : value;
  for (const n of [height, width]) {
    if (!Number.isInteger(n) || n! < least)
      raise('invalid_argument', `${name} must be an integer of at least ${least}, not ${n}`);
  }
  return [height!, width!];
}

/** Zeros before the first row and column; null: as many as keep the size. */
function paddingOf(padding: Conv2dOptions['padding'], stride: readonly number[]): readonly [number, number] | null {
  if (padding === undefined || padding === 'valid') return [0, 0];
  if (typeof padding !== 'string') return pairOf(padding, 'padding', 0);
  if (padding !== 'same') raise('invalid_argument', `padding is a number, a pair, same or valid, not ${padding}`);
  if (stride.some((n) => n !== 1)) raise('invalid_argument', "padding 'same' does not go with a stride");
  return null;
}

/** Zeros before and after, of rows and of columns. */
export type Margins = readonly [height: readonly [number, number], width: readonly [number, number]];

/** How much a kernel of these sizes adds around its input. Raises invalid_argument. */
export function marginsOf(kernel: readonly [number, number], options: Conv2dOptions): Margins {
  const padding = paddingOf(options.padding, pairOf(options.stride ?? 1, 'stride', 1));
  const dilation = pairOf(options.dilation ?? 1, 'dilation', 1);
  const along = (k: 0 | 1): readonly [number, number] => {
    if (padding !== null) return [padding[k], padding[k]];
    const reach = dilation[k] * (kernel[k] - 1);
    // Of an odd number of zeros the last one comes after.
    return [Math.floor(reach / 2), Math.ceil(reach / 2)];
  };
  return [along(0), along(1)];
}

/** Raises shape_mismatch for sizes that do not fit, invalid_argument for options that cannot be. */
export function geometryOf(input: Shape, weight: Shape, options: Conv2dOptions): Geometry {
  const { groups = 1 } = options;
  const stride = pairOf(options.stride ?? 1, 'stride', 1);
  const dilation = pairOf(options.dilation ?? 1, 'dilation', 1);
  if (!Number.isInteger(groups) || groups < 1)
    raise('invalid_argument', `groups must be a positive integer, not ${groups}`);
  const sizes = `input ${shapeText(input)} and weight ${shapeText(weight)} in ${groups} groups`;
  if (weight.length !== 4 || weight[1]! * groups !== input[1] || weight[0]! % groups !== 0) {
    raise('shape_mismatch', `conv2d: the channels of ${sizes} do not fit`);
  }
  const margins = marginsOf([weight[2]!, weight[3]!], options);
  const axis = (k: 0 | 1): Axis => {
    const [size, taps] = [input[2 + k]!, weight[2 + k]!];
    const [before, after] = margins[k];
    const last = size + before + after - dilation[k] * (taps - 1) - 1;
    if (last < 0) raise('shape_mismatch', `conv2d: the kernel is larger than the padded input: ${sizes}`);
    const outputs = Math.floor(last / stride[k]) + 1;
    return { size, taps, outputs, stride: stride[k], padding: before, dilation: dilation[k] };
  };
  const [height, width] = [axis(0), axis(1)];
  return { input, weight, output: [input[0]!, weight[0]!, height.outputs, width.outputs], height, width, groups };
}
