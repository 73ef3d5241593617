/** Activations as modules. */

import type { Tensor } from '../autograd/tensor.ts';
import type { OnDevice } from '../numbers/device.ts';
import type { Dtype } from '../numbers/dtype.ts';
import { float } from '../numbers/scalar.ts';
import { prelu } from '../ops/activations/prelu.ts';
import { full } from '../ops/creation/full.ts';
import { Module, type Registered } from './module.ts';
import { Parameter } from './parameter.ts';

/** max(x, 0). */
export class ReLU extends Module {
  /** max(input, 0), of any shape. */
  forward(input: Tensor): Tensor {
    return input.relu();
  }
}

/** 1 / (1 + e^−x). */
export class Sigmoid extends Module {
  /** 1 / (1 + e^−input), of any shape. */
  forward(input: Tensor): Tensor {
    return input.sigmoid();
  }
}

export interface PReLUOptions extends OnDevice {
  /** Default 1: one slope for all. Else one per channel, which is axis 1. */
  readonly num_parameters?: number;
  /** What every slope starts as. Default 0.25. */
  readonly init?: number;
  /** Default float32. */
  readonly dtype?: Dtype;
}

/** max(0, x) + w·min(0, x), with a slope w that is learnt. */
export class PReLU extends Module {
  /** The slopes: (num_parameters). */
  readonly weight: Parameter;

  constructor({ num_parameters = 1, init = 0.25, ...made }: PReLUOptions = {}) {
    super();
    this.weight = new Parameter(full([num_parameters], float(init), made));
  }

  override registered(): Registered {
    return { weight: this.weight };
  }

  override extra_repr(): string {
    return `num_parameters=${this.weight.numel()}`;
  }

  /** max(0, input) + weight·min(0, input), of (N, channels, …). Raises shape_mismatch, dtype_mismatch. */
  forward(input: Tensor): Tensor {
    return prelu(input, this.weight);
  }
}
