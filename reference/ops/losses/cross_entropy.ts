import { named } from '../../autograd/graph.ts';
import { operandAndOptions } from '../../autograd/operand-and-options.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { sameShape } from '../../memory/shape.ts';
import { isFloating } from '../../numbers/dtype.ts';
import { raise } from '../../numbers/errors.ts';
import { where } from '../arithmetic/where.ts';
import { ones } from '../creation/ones.ts';
import { type ClassOptions, classAxis, nll_loss, targetWeights } from './nll_loss.ts';
import { type Reduction, reductionOf } from './reduced-loss.ts';

/**
 * The negative log-likelihood of the softmax of logits, reduced.
 *
 *     out[n] = -Σ_c weight[c]·q[n, c]·log softmax(input)[n, c],  q = (1 - label_smoothing)·target + label_smoothing / C
 *
 * `input` is (N, C, …) or (C); `target` holds class indices (N, …), as whose q is 1 at the class and 0 elsewhere, or
 * probabilities of input's shape; `weight` is (C). In the input's dtype. Raises index_out_of_range (a class),
 * shape_mismatch, dtype_mismatch, unsupported_dtype (probabilities that are not floating), invalid_argument
 * (`label_smoothing` above 1).
 * Source: torch.nn.functional.cross_entropy.
 */
export function cross_entropy(
  input: Tensor,
  target: Tensor,
  classWeight?: Tensor | CrossEntropyOptions | null,
  rest: CrossEntropyOptions = {},
): Tensor {
  const [weight, options] = operandAndOptions(classWeight, rest);
  const { label_smoothing: smoothing = 0, ignore_index = -100 } = options;
  if (smoothing > 1) raise('invalid_argument', `label_smoothing must be between 0 and 1, not ${smoothing}`);
  const settings: Settings = { weight, reduction: reductionOf(options), ignore_index, smoothing };
  const logs = input.log_softmax(classAxis(input.shape));
  if (!sameShape(input.shape, target.shape)) return againstClasses(logs, target, settings);
  if (!isFloating(target.dtype))
    raise('unsupported_dtype', `class probabilities must be floating, not ${target.dtype}`);
  return againstProbabilities(logs, target, settings);
}

export interface CrossEntropyOptions extends ClassOptions {
  /** How much of the target is spread over all classes evenly, 0 to 1. Default 0. */
  readonly label_smoothing?: number;
}

interface Settings {
  readonly weight: Tensor | null;
  readonly reduction: Reduction;
  readonly ignore_index: number;
  readonly smoothing: number;
}

// One weight per class, beside log-probabilities of `shape`.
const beside = (weight: Tensor, axis: number, rank: number): Tensor =>
  weight.reshape([-1, ...new Array<number>(rank - axis - 1).fill(1)]);

/** −Σ_c w_c·log p_c·q_c over the classes, one loss per position. */
function againstAll(logs: Tensor, { weight }: Settings): Tensor {
  const axis = classAxis(logs.shape);
  const scaled = weight === null ? logs : logs.mul(beside(weight, axis, logs.ndim));
  return scaled.sum({ dim: axis }).neg();
}

/** q = (1 − ε)·target + ε/C. The mean is over positions, with weights too. */
function againstProbabilities(logs: Tensor, target: Tensor, settings: Settings): Tensor {
  const { smoothing, reduction } = settings;
  const classes = logs.shape[classAxis(logs.shape)]!;
  const q = smoothing > 0 ? target.mul(1 - smoothing).add(smoothing / classes) : target;
  const each = againstAll(logs.mul(q), settings);
  if (reduction === 'none') return each;
  const total = named(each.sum(), 'NegBackward0');
  return reduction === 'sum' ? total : named(total.div(each.numel()), 'DivBackward1');
}

/** (1 − ε)·nll + ε/C·Σ_c: the second term's mean is over the targets' weights, as nll's is. */
function againstClasses(logs: Tensor, target: Tensor, settings: Settings): Tensor {
  const { weight, reduction, ignore_index, smoothing } = settings;
  const hard = nll_loss(logs, target, weight, { reduction, ignore_index });
  if (smoothing <= 0) return hard;
  const each = where(target.eq(ignore_index), 0, againstAll(logs, settings));
  const classes = logs.shape[classAxis(logs.shape)]!;
  const weights = (): Tensor =>
    targetWeights(target, logs.shape, weight ?? ones([], { dtype: logs.dtype }), ignore_index).sum();
  const soft = reduction === 'none' ? each : reduction === 'sum' ? each.sum() : each.sum().div(weights());
  return hard.mul(1 - smoothing).add(soft.mul(smoothing / classes));
}
