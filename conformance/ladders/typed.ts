/** Calls with tensors of other dtypes in the place of their own. */
import { isTaken, takenBy } from '../fuzz/draw/dtypes.ts';
import { needsFractions } from '../pages/families.ts';
import type { Page } from '../pages/page.ts';
import { resultDtype } from '../pages/result-dtype.ts';
import type { Dtype } from '../values/case.ts';
import { isFloat, isHigher } from '../values/dtypes.ts';
import { type Call, changed, type Given, givenTo, type Tensor } from './call.ts';
import { retyped } from './numbers.ts';

/** A tensor of `float32` in another dtype; `name` is its operand's. */
export type Convert = (tensor: Tensor, dtype: Dtype, name: string) => Tensor;

export const takes = (page: Page, { name, tensor }: Given, dtype: Dtype): boolean =>
  tensor.dtype !== 'float32' || isTaken(takenBy(page, name.replace(/\d+_$/, '')), dtype);

/** The call in another dtype, or in the one of each operand; undefined where an operand is not of it. */
export const inDtype = (
  page: Page,
  call: Call,
  dtype: Dtype | ((one: Given) => Dtype),
  convert: Convert = retyped,
): Call | undefined => {
  let all = true;
  const typed = changed(call, (one) => {
    const due = typeof dtype === 'string' ? dtype : dtype(one);
    all &&= takes(page, one, due);
    const of = (tensor: Tensor): Tensor => convert(tensor, due, one.name);
    const made = one.made && { ...one.made, from: one.made.from.map(of) as never };
    return { ...one, tensor: of(one.tensor), ...(made && { made }) };
  });
  if (!all) return undefined;
  const { module } = typed;
  // Parameters keep the dtype that their module is made with.
  if (module === undefined || typeof dtype !== 'string' || !('dtype' in page.options)) return typed;
  return { ...typed, module: { ...module, options: { ...module.options, dtype } } };
};

export const absolute = (tensor: Tensor): Tensor => ({
  ...tensor,
  repeats: tensor.repeats.map((value) => Math.abs(value as number)),
});

/** Integers have no negative powers, and fractions of what wraps are none to look at. */
export const positive =
  (page: Page): Convert =>
  (tensor, dtype, name) => {
    const isPositive = tensor.dtype === 'float32' && !isFloat(dtype) && (name === 'exponent' || needsFractions(page));
    return retyped(isPositive ? absolute(tensor) : tensor, dtype);
  };

/** The dtype that comes out. */
export const resultOf = (page: Page, call: Call): Dtype | undefined => {
  const says = givenTo(call).map(({ tensor: { dtype, shape } }) => {
    return { dtype, weight: shape.length > 0 ? 'axes' : '0-d' } as const;
  });
  return resultDtype(page, says, call.options ?? {});
};

/** Whether what an in-place form gives may be written into its operand. */
export const fits = (page: Page, call: Call): boolean => {
  const [first] = givenTo(call);
  const result = resultOf(page, call);
  return page.name === call.op || first === undefined || result === undefined || !isHigher(result, first.tensor.dtype);
};
