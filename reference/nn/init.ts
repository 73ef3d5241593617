/** How layers start. */

import type { Shape } from '../memory/shape.ts';
import type { Dtype } from '../numbers/dtype.ts';
import { zeros } from '../ops/creation/zeros.ts';
import { Parameter } from './parameter.ts';

const uniform = (shape: Shape, bound: number, dtype: Dtype | undefined): Parameter =>
  new Parameter(zeros(shape, dtype === undefined ? {} : { dtype }).uniform_(0 - bound, bound));

/** A layer's weight: uniform in ±1/√fanIn, in the steps in which torch.nn.init.kaiming_uniform_(a=√5) computes that bound. */
export function startingWeight(shape: Shape, fanIn: number, dtype?: Dtype): Parameter {
  const gain = Math.sqrt(2 / (1 + Math.sqrt(5) ** 2));
  return uniform(shape, fanIn === 0 ? 0 : Math.sqrt(3) * (gain / Math.sqrt(fanIn)), dtype);
}

/** A layer's bias: uniform in ±1/√fanIn. To be drawn after the weight. */
export const startingBias = (features: number, fanIn: number, dtype?: Dtype): Parameter =>
  uniform([features], fanIn === 0 ? 0 : 1 / Math.sqrt(fanIn), dtype);
