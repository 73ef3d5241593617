/** Tensors of small whole numbers: sums and products of a few of them are exact, in whatever order they are computed. */
import fc from 'fast-check';
import type { Dtype, TensorValue } from '../values/case.ts';
import { type Shape, volume } from './shape.ts';
import { nested } from './tensor.ts';

interface Between {
  readonly low?: number;
  readonly high?: number;
}

/** Whole numbers, of any dtype that has numbers. Unsigned ones start at 0. */
export const whole = (dtype: Dtype, shape: Shape, { low = -6, high = 6 }: Between = {}): fc.Arbitrary<TensorValue> =>
  fc
    .array(fc.integer({ min: dtype === 'uint8' ? Math.max(0, low) : low, max: high }), {
      minLength: volume(shape),
      maxLength: volume(shape),
    })
    .map((data) => ({ dtype, shape, data: nested(data, shape) }));

/** Whole numbers of which no two are equal, so that there is one largest and one smallest. */
export const distinct = (dtype: Dtype, shape: Shape): fc.Arbitrary<TensorValue> => {
  const n = volume(shape);
  const all = Array.from({ length: 2 * n }, (_, i) => i - n);
  return fc
    .shuffledSubarray(all, { minLength: n, maxLength: n })
    .map((data) => ({ dtype, shape, data: nested(data, shape) }));
};
