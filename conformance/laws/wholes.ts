import type fc from 'fast-check';
import type { Shape } from '../arbitraries/shape.ts';
import { whole } from '../arbitraries/whole.ts';
import { pages } from '../pages/pages.gen.ts';
import type { Dtype, TensorValue } from '../values/case.ts';

const LARGEST = 6;

/** Small whole numbers, within the domain that the op's page gives for that operand. */
export const wholesFor = (op: string, dtype: Dtype, shape: Shape, operand = 0): fc.Arbitrary<TensorValue> => {
  const { operands, domain } = pages[op]!;
  const { low = -LARGEST, high = LARGEST } = domain[operands[operand]!.name] ?? {};
  return whole(dtype, shape, {
    low: Math.max(-LARGEST, Math.ceil(low)),
    high: Math.min(LARGEST, Math.floor(high)),
  });
};
