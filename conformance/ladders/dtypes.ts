/** The sizes in other dtypes, which have loops of their own. */

import { chooses, type Predicate } from '../pages/families.ts';
import type { Page } from '../pages/page.ts';
import type { Dtype } from '../values/case.ts';
import type { Calls } from './call.ts';
import { values } from './drafts.ts';
import type { Form, Ladder } from './ladder.ts';
import { type Rung, rung } from './rung.ts';
import { inDtype } from './typed.ts';

const DTYPES: readonly Dtype[] = ['float64', 'int64', 'int32', 'bool'];
const SIZES: readonly number[] = [33, 257];

/** Ops that are not asked in these dtypes, and why. */
export const FLOATS_ONLY: Readonly<Record<string, string>> = {
  prod: 'products of many integers wrap',
  pow: 'integers have no negative power',
};

const drawsFractions: Predicate = ({ feature, errors }) => feature === 'random' && errors.includes('unsupported_dtype');

/** Where every truth is found at once, none is left to be missed. */
const isAsked = (page: Page, dtype: Dtype): boolean =>
  dtype === 'float64' || (!(page.name in FLOATS_ONLY) && !drawsFractions(page) && !(dtype === 'bool' && chooses(page)));

const callsIn = (page: Page, form: Form, dtype: Dtype): Calls =>
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
