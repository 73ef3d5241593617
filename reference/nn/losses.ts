/** Losses as objects: options once, tensors at each call. */

import type { Tensor } from '../autograd/tensor.ts';
import { binary_cross_entropy } from '../ops/losses/binary_cross_entropy.ts';
import {
  binary_cross_entropy_with_logits,
  type LogitsOptions,
} from '../ops/losses/binary_cross_entropy_with_logits.ts';
import { type CrossEntropyOptions, cross_entropy } from '../ops/losses/cross_entropy.ts';
import { type HuberOptions, huber_loss } from '../ops/losses/huber_loss.ts';
import { type KLDivOptions, kl_div } from '../ops/losses/kl_div.ts';
import { l1_loss } from '../ops/losses/l1_loss.ts';
import { mse_loss } from '../ops/losses/mse_loss.ts';
import { type ClassOptions, nll_loss } from '../ops/losses/nll_loss.ts';
import type { LossOptions } from '../ops/losses/reduced-loss.ts';
import { type SmoothL1Options, smooth_l1_loss } from '../ops/losses/smooth_l1_loss.ts';
import { Module } from './module.ts';

abstract class Loss<O> extends Module {
  /** A copy: later changes of what was given have no effect. */
  protected readonly options: O | undefined;

  constructor(options?: O) {
    super();
    this.options = options && { ...options };
  }
}

/** One factor per class (CrossEntropyLoss, NLLLoss) or per element (BCELoss). */
export interface Weight {
  readonly weight?: Tensor | null;
}

/** The absolute difference of input and target, reduced. Source: torch.nn.L1Loss. */
export class L1Loss extends Loss<LossOptions> {
  /** `nn.functional.l1_loss` of the options that it was made with: shapes and errors are those. */
  forward(input: Tensor, target: Tensor): Tensor {
    return l1_loss(input, target, this.options);
  }
}

/** The squared difference of input and target, reduced. Source: torch.nn.MSELoss. */
export class MSELoss extends Loss<LossOptions> {
  /** `nn.functional.mse_loss` of the options that it was made with: shapes and errors are those. */
  forward(input: Tensor, target: Tensor): Tensor {
    return mse_loss(input, target, this.options);
  }
}

/** Squared below `beta`, absolute from there on, reduced. Source: torch.nn.SmoothL1Loss. */
export class SmoothL1Loss extends Loss<SmoothL1Options> {
  /** `nn.functional.smooth_l1_loss` of the options that it was made with: shapes and errors are those. */
  forward(input: Tensor, target: Tensor): Tensor {
    return smooth_l1_loss(input, target, this.options);
  }
}

/** Squared below `delta`, a line from there on, reduced. Source: torch.nn.HuberLoss. */
export class HuberLoss extends Loss<Omit<HuberOptions, 'weight'>> {
  /** `nn.functional.huber_loss` of the options that it was made with: shapes and errors are those. */
  forward(input: Tensor, target: Tensor): Tensor {
    return huber_loss(input, target, this.options);
  }
}

/** The divergence of log-probabilities from probabilities, reduced. Source: torch.nn.KLDivLoss. */
export class KLDivLoss extends Loss<KLDivOptions> {
  /** `nn.functional.kl_div` of the options that it was made with: shapes and errors are those. */
  forward(input: Tensor, target: Tensor): Tensor {
    return kl_div(input, target, this.options);
  }
}

/** The negative log-likelihood of the softmax of logits, reduced. Source: torch.nn.CrossEntropyLoss. */
export class CrossEntropyLoss extends Loss<CrossEntropyOptions & Weight> {
  /** `nn.functional.cross_entropy` of the options that it was made with: shapes and errors are those. */
  forward(input: Tensor, target: Tensor): Tensor {
    return cross_entropy(input, target, this.options?.weight, this.options);
  }
}

/** Minus the log-probability of each target, reduced. Source: torch.nn.NLLLoss. */
export class NLLLoss extends Loss<ClassOptions & Weight> {
  /** `nn.functional.nll_loss` of the options that it was made with: shapes and errors are those. */
  forward(input: Tensor, target: Tensor): Tensor {
    return nll_loss(input, target, this.options?.weight, this.options);
  }
}

/** The cross-entropy of probabilities against targets between 0 and 1, reduced. Source: torch.nn.BCELoss. */
export class BCELoss extends Loss<LossOptions & Weight> {
  /** `nn.functional.binary_cross_entropy` of the options that it was made with: shapes and errors are those. */
  forward(input: Tensor, target: Tensor): Tensor {
    return binary_cross_entropy(input, target, this.options?.weight, this.options);
  }
}

/** The cross-entropy of logits against targets between 0 and 1, reduced. Source: torch.nn.BCEWithLogitsLoss. */
export class BCEWithLogitsLoss extends Loss<LogitsOptions & Weight> {
  /** `nn.functional.binary_cross_entropy_with_logits` of the options that it was made with: shapes and errors are those. */
  forward(input: Tensor, target: Tensor): Tensor {
    return binary_cross_entropy_with_logits(input, target, this.options?.weight, this.options);
  }
}
