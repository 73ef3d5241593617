import type { Dtype } from '../dtype.ts';
import { linear } from '../ops/nn/linear.ts';
import type { Tensor } from '../tensor.ts';
import { startingBias, startingWeight } from './init.ts';
import { Module, type Registered } from './module.ts';

export interface LinearOptions {
  /** Default true. */
  readonly bias?: boolean;
  /** Default float32. */
  readonly dtype?: Dtype;
}

/** Y = XWᵀ + b, the weight stored as (out, in). */
export class Linear extends Module {
  readonly weight: Tensor;
  readonly bias: Tensor | null;

  constructor(in_features: number, out_features: number, { bias = true, dtype }: LinearOptions = {}) {
    super();
    this.weight = startingWeight([out_features, in_features], in_features, dtype);
    this.bias = bias ? startingBias(out_features, in_features, dtype) : null;
  }

  override registered(): Registered {
    return { weight: this.weight, bias: this.bias };
  }

  forward(input: Tensor): Tensor {
    return linear(input, this.weight, this.bias);
  }
}
