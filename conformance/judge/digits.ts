import type { Dtype } from '../values/case.ts';
import { isFloat } from '../values/dtypes.ts';
import type { Observation } from '../values/observation.ts';
import { round } from '../values/round.ts';
import type { Mismatch } from '../values/verdict.ts';

type Tensor = Extract<Observation, { kind: 'tensor' }>;

/**
 * A library that calls doubles float16 computes with other digits than it says: an element that its own dtype cannot
 * hold is wrong, however near it lies. A host number in place of a 0-d tensor is nobody's dtype.
 */
export const judgeDigits = (name: string, dtype: Dtype, tensor: Tensor): Mismatch[] => {
  if (!isFloat(dtype) || tensor.dtype !== dtype || tensor.host) return [];
  if (dtype === 'float32' && tensor.data instanceof Float32Array) return [];
  for (let i = 0; i < tensor.data.length; i++) {
    const value = Number(tensor.data[i]);
    if (!Object.is(round(value, dtype), value)) {
      return [{ reason: 'wrong_value', name, message: `holds ${value}, which no ${dtype} can be` }];
    }
  }
  return [];
};
