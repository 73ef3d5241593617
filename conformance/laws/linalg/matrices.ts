/** Square matrices that are far from having no inverse: what stands beside the diagonal does not outweigh it. */
import fc from 'fast-check';
import { type Shape, volume } from '../../arbitraries/shape.ts';
import { nested } from '../../arbitraries/tensor.ts';
import type { Dtype, TensorValue, Tolerance } from '../../values/case.ts';
import type { Lab, Law, Trial } from '../law.ts';

const EIGHTHS = 8;
const LARGEST = 4;

export const rows: fc.Arbitrary<number> = fc.integer({ min: 1, max: LARGEST });
export const batch: fc.Arbitrary<Shape> = fc.constantFrom<Shape[]>([], [], [2], [1, 2]);

/** Eighths of up to 1, and on the diagonal numbers of 4 to 5 of either sign. */
export const factorable = (dtype: Dtype, n: number, before: Shape = []): fc.Arbitrary<TensorValue> => {
  const shape = [...before, n, n];
  const size = volume(shape);
  const eighth = fc.integer({ min: -EIGHTHS, max: EIGHTHS });
  return fc.array(eighth, { minLength: size, maxLength: size }).map((eighths) => ({
    dtype,
    shape,
    data: nested(
      eighths.map((k, at) => {
        const onDiagonal = Math.floor(at / n) % n === at % n;
        return onDiagonal ? Math.sign(k || 1) * LARGEST + k / EIGHTHS : k / EIGHTHS;
      }),
      shape,
    ),
  }));
};

/** Eighths of up to 2. */
export const eighths = (dtype: Dtype, shape: Shape): fc.Arbitrary<TensorValue> =>
  fc
    .array(fc.integer({ min: -2 * EIGHTHS, max: 2 * EIGHTHS }), { minLength: volume(shape), maxLength: volume(shape) })
    .map((all) => ({
      dtype,
      shape,
      data: nested(
        all.map((k) => k / EIGHTHS),
        shape,
      ),
    }));

/** In float32 and float64, as far as a library has them. */
export const factored = ({ floats }: Lab, trials: (dtype: Dtype) => fc.Arbitrary<Trial>): ReturnType<Law['trials']> => {
  const dtypes = floats.filter((dtype) => dtype === 'float32' || dtype === 'float64');
  return dtypes.length === 0 ? { lacks: 'float32 or float64' } : fc.constantFrom(...dtypes).chain(trials);
};

/** Some dozen roundings of numbers of up to 25, none of which cancels more than half: 2⁻¹⁵ and 2⁻⁴⁴. */
export const nearby = (dtype: Dtype): Tolerance => ({ rtol: 0, atol: dtype === 'float64' ? 2 ** -44 : 2 ** -15 });
