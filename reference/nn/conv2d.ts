import { raise } from '../errors.ts';
import { type Conv2dOptions, conv2d, type Pair, pairOf } from '../ops/nn/conv2d.ts';
import type { Tensor } from '../tensor.ts';
import { startingBias, startingWeight } from './init.ts';
import { Module, type Registered } from './module.ts';
import type { Parameter } from './parameter.ts';

export interface Conv2dLayerOptions extends Conv2dOptions {
  /** Default true. */
  readonly bias?: boolean;
}

/** A convolution with its own weight (out, in / groups, kh, kw) and bias (out). Raises invalid_argument. */
export class Conv2d extends Module {
  readonly weight: Parameter;
  readonly bias: Parameter | null;
  readonly #options: Conv2dOptions;

  constructor(in_channels: number, out_channels: number, kernel_size: Pair, options: Conv2dLayerOptions = {}) {
    super();
    const { bias = true, ...rest } = options;
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
    const perGroup = in_channels / groups;
    const fanIn = perGroup * height * width;
    this.#options = rest;
    this.weight = startingWeight([out_channels, perGroup, height, width], fanIn);
    this.bias = bias ? startingBias(out_channels, fanIn) : null;
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
    return said.join(', ');
  }

  forward(input: Tensor): Tensor {
    return conv2d(input, this.weight, this.bias, this.#options);
  }
}
