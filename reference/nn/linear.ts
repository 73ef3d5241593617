import type { Tensor } from '../autograd/tensor.ts';
import { checkDevice, type OnDevice } from '../numbers/device.ts';
import type { Dtype } from '../numbers/dtype.ts';
import { linear } from '../ops/nn/linear.ts';
import { startingBias, startingWeight } from './init.ts';
import { Module, type Registered } from './module.ts';
import type { Parameter } from './parameter.ts';
import { bool } from './repr.ts';

export interface LinearOptions extends OnDevice {
  /** Default true. */
  readonly bias?: boolean;
  /** Default float32. */
  readonly dtype?: Dtype;
}

/** Y = XWᵀ + b, the weight stored as (out, in). */
export class Linear extends Module {
  /** (out, in), uniform on ±1 / √in at first. */
  readonly weight: Parameter;
  /** (out), uniform on the same interval at first; null without one. */
  readonly bias: Parameter | null;

  constructor(in_features: number, out_features: number, options: LinearOptions = {}) {
    super();
    checkDevice(options);
    const { bias = true, dtype } = options;
    this.weight = startingWeight([out_features, in_features], in_features, dtype);
    this.bias = bias ? startingBias(out_features, in_features, dtype) : null;
  }

  override registered(): Registered {
    return { weight: this.weight, bias: this.bias };
  }

  override extra_repr(): string {
    const [out, features] = this.weight.shape;
    return `in_features=${features}, out_features=${out}, bias=${bool(this.bias !== null)}`;
  }

  /** input·weightᵀ + bias: (…, in) → (…, out). Raises shape_mismatch, dtype_mismatch. */
  forward(input: Tensor): Tensor {
    return linear(input, this.weight, this.bias);
  }
}
