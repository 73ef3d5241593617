import type { Tensor } from '../autograd/tensor.ts';
import { checkDevice, type OnDevice } from '../numbers/device.ts';
import type { Dtype } from '../numbers/dtype.ts';
import { raise } from '../numbers/errors.ts';
import { type Conv2dOptions, conv2d, type Margins, marginsOf, type Pair, pairOf } from '../ops/nn/conv2d.ts';
import { startingBias, startingWeight } from './init.ts';
import { Module, type Registered } from './module.ts';
import { checkPaddingMode, type PaddingMode, padAround } from './pad-around.ts';
import type { Parameter } from './parameter.ts';

export interface Conv2dLayerOptions extends Conv2dOptions, OnDevice {
  /** Default true. */
  readonly bias?: boolean;
  /** Default float32. */
  readonly dtype?: Dtype;
  /** What stands beyond the edges. Default zeros. */
  readonly padding_mode?: PaddingMode;
}

/** A convolution with its own weight (out, in / groups, kh, kw) and bias (out). Raises invalid_argument. */
export class Conv2d extends Module {
  /** (out, in / groups, kh, kw), uniform on ±1 / √fan-in at first. */
  readonly weight: Parameter;
  /** (out), uniform on the same interval at first; null without one. */
  readonly bias: Parameter | null;
  readonly #options: Conv2dOptions;
  readonly #mode: PaddingMode;
  /** Rows and columns of padding, before and after. */
  readonly #margins: Margins;

  constructor(in_channels: number, out_channels: number, kernel_size: Pair, options: Conv2dLayerOptions = {}) {
    super();
    const { bias = true, dtype, device, padding_mode = 'zeros', ...rest } = options;
    const { groups = 1 } = rest;
    if (!Number.isInteger(groups) || groups < 1)
      raise('invalid_argument', `groups must be a positive integer, not ${groups}`);
    if (in_channels % groups !== 0 || out_channels % groups !== 0) {
      raise(
        'invalid_argument',
        `${groups} groups do not divide ${in_channels} input and ${out_channels} output channels`,
      );
    }
    const [height, width] = pairOf(kernel_size, 'kernel_size', 1);
    checkDevice(device === undefined ? {} : { device });
    checkPaddingMode(padding_mode);
    this.#margins = marginsOf([height, width], rest);
    this.#mode = padding_mode;
    const perGroup = in_channels / groups;
    const fanIn = perGroup * height * width;
    this.#options = rest;
    this.weight = startingWeight([out_channels, perGroup, height, width], fanIn, dtype);
    this.bias = bias ? startingBias(out_channels, fanIn, dtype) : null;
  }

  override registered(): Registered {
    return { weight: this.weight, bias: this.bias };
  }

  override extra_repr(): string {
    const [out, perGroup, ...kernel] = this.weight.shape as [number, number, number, number];
    const { stride = 1, padding = 0, dilation = 1, groups = 1 } = this.#options;
    const pair = (value: Pair): string => `(${pairOf(value, 'conv2d', 0).join(', ')})`;
    const said = [`${perGroup * groups}, ${out}, kernel_size=(${kernel.join(', ')}), stride=${pair(stride)}`];
    const around = typeof padding === 'string' ? padding : pair(padding);
    if (around !== '(0, 0)') said.push(`padding=${around}`);
    if (pair(dilation) !== '(1, 1)') said.push(`dilation=${pair(dilation)}`);
    if (groups !== 1) said.push(`groups=${groups}`);
    if (this.bias === null) said.push('bias=False');
    if (this.#mode !== 'zeros') said.push(`padding_mode=${this.#mode}`);
    return said.join(', ');
  }

  /** The convolution of (N, in, H, W) or (in, H, W). Raises shape_mismatch, dtype_mismatch. */
  forward(input: Tensor): Tensor {
    if (this.#mode === 'zeros') return conv2d(input, this.weight, this.bias, this.#options);
    const padded = padAround(input, this.#mode, ...this.#margins);
    return conv2d(padded, this.weight, this.bias, { ...this.#options, padding: 0 });
  }
}
