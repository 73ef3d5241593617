/** The sizes in other dtypes, which have loops of their own. */

import { isTaken, takenBy } from '../fuzz/draw/dtypes.ts';
import { chooses } from '../pages/families.ts';
import type { Page } from '../pages/page.ts';
import { type Call, type Calls, changed, type Given, type Tensor } from './call.ts';
import { values } from './drafts.ts';
import type { Form, Ladder } from './ladder.ts';
import { type Other, retyped } from './numbers.ts';
import { type Rung, rung } from './rung.ts';

const DTYPES: readonly Other[] = ['float64', 'int64', 'int32', 'bool'];
const SIZES: readonly number[] = [33, 257];

/** Ops that are not asked in these dtypes, and why. */
export const FLOATS_ONLY: Readonly<Record<string, string>> = {
  prod: 'products of many integers wrap',
  pow: 'integers have no negative power',
};

/** Where every truth is found at once, none is left to be missed. */
const isAsked = (page: Page, dtype: Other): boolean =>
  dtype === 'float64' || (!(page.name in FLOATS_ONLY) && !(dtype === 'bool' && chooses(page)));

const takes = (page: Page, { name, tensor }: Given, dtype: Other): boolean =>
  tensor.dtype !== 'float32' || isTaken(takenBy(page, name.replace(/\d+_$/, '')), dtype);

/** The call in another dtype; undefined where an operand is not of it. */
export const inDtype = (
  page: Page,
  call: Call,
  dtype: Other,
  convert: (tensor: Tensor, dtype: Other) => Tensor = retyped,
): Call | undefined => {
  let all = true;
  const typed = changed(call, (one) => {
    all &&= takes(page, one, dtype);
    const made = one.made && { ...one.made, from: one.made.from.map((part) => convert(part, dtype)) as never };
    return { ...one, tensor: convert(one.tensor, dtype), ...(made && { made }) };
  });
  return all ? typed : undefined;
};

const callsIn = (page: Page, form: Form, dtype: Other): Calls =>
  Object.fromEntries(
    SIZES.filter((n) => n <= (form.upTo ?? Infinity)).flatMap((n) => {
      const call = inDtype(page, form.at(n), dtype);
      return call === undefined ? [] : [[`_${n}`, call]];
    }),
  );

/** The first form of an op in every other dtype that it takes. */
export const dtypesOf = ({ sizes: [form] = [] }: Ladder, page: Page, op: string): readonly Rung[] =>
  form === undefined || form.at(8).operands.every((operand) => 'literal' in operand)
    ? []
    : DTYPES.flatMap((dtype) => {
        const calls = isAsked(page, dtype) ? callsIn(page, form, dtype) : {};
        if (Object.keys(calls).length === 0) return [];
        return [rung(op, 'C1', 'dtypes', dtype, `\`${op}\` is right for many elements of \`${dtype}\``, values(calls))];
      });
