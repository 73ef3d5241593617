/** Numbers with the special ones among them, as reductions that compare meet them. */
import type fc from 'fast-check';
import type { Shape } from '../../arbitraries/shape.ts';
import { tensor } from '../../arbitraries/tensor.ts';
import { whole } from '../../arbitraries/whole.ts';
import type { Dtype, Element, Nested, TensorValue } from '../../values/case.ts';
import { isFloat } from '../../values/dtypes.ts';

const replaced = (data: Nested<Element>, one: (e: Element) => Element): Nested<Element> =>
  Array.isArray(data) ? data.map((part) => replaced(part, one)) : one(data as Element);

/** Without −0: beside 0, either is the largest. */
export const specialNumbers = (dtype: Dtype, shape: Shape): fc.Arbitrary<TensorValue> =>
  tensor(dtype, shape, { special: true }).map((t) => ({
    ...t,
    data: replaced(t.data, (e) => (e === '-0' ? 0 : e)),
  }));

const FEW = 3;

/** Three different numbers, so that most sets have several of the largest; of a floating dtype, sometimes NaN. */
export const ties = (dtype: Dtype, shape: Shape): fc.Arbitrary<TensorValue> =>
  whole(dtype, shape, { low: 0, high: FEW }).map((t) => ({
    ...t,
    data: replaced(t.data, (e) => (e === FEW && isFloat(dtype) ? 'NaN' : e)),
  }));
