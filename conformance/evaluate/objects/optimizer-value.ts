import type { Optimizer } from '../../adapter/contract.ts';
import type { Tensor } from '../library.ts';
import type { Options } from '../options.ts';
import type { Cell } from '../values.ts';

/** An optimizer of a case. */
export interface OptimizerValue {
  readonly kind: 'optimizer';
  readonly op: string;
  readonly params: readonly Cell[];
  /** The library's own. Undefined: the evaluator does a plain step with the learning rate. */
  readonly native: Optimizer<Tensor> | undefined;
  /** A library may read them when the optimizer is made, or only when it steps. */
  readonly options: Options;
}
