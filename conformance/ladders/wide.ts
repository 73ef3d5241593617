/** Integers beyond those that a float has one by one: the numbers beside them are told apart. */
import { chooses } from '../pages/families.ts';
import type { Page } from '../pages/page.ts';
import type { Element } from '../values/case.ts';
import { isFloat } from '../values/dtypes.ts';
import { type Call, givenTo, tensorsOf } from './call.ts';
import { values } from './drafts.ts';
import type { Ladder } from './ladder.ts';
import { retyped } from './numbers.ts';
import { plain } from './plain.ts';
import { type Rung, rung } from './rung.ts';
import { type Convert, fits, inDtype, resultOf } from './typed.ts';

interface Wide {
  readonly dtype: 'int64' | 'int32';
  /** From here on a float has every second integer. */
  readonly from: bigint;
  readonly largest: bigint;
  readonly says: string;
}
const WIDE: readonly Wide[] = [
  { dtype: 'int64', from: 2n ** 53n, largest: 2n ** 63n - 1n, says: '2⁵³, as no double is' },
  { dtype: 'int32', from: 2n ** 24n, largest: 2n ** 31n - 1n, says: '2²⁴, as no `float32` is' },
];

type Offsets = readonly ('largest' | readonly [sign: 1n | -1n, more: bigint])[];

/** At each place the two are less, greater or equal, and one float; but for the last of the first, the largest number, which is none. */
const FIRST: Offsets = [[1n, 0n], [1n, 1n], [1n, 1n], [-1n, 1n], [-1n, 0n], 'largest'];
const SECOND: Offsets = [
  [1n, 1n],
  [1n, 0n],
  [1n, 1n],
  [-1n, 0n],
  [-1n, 1n],
  [1n, 4n],
];
/** Two rows of three: in a column, and in a row, the largest or the least stands behind a number that is one float with it. */
const CHOSEN: Offsets = [
  [1n, 0n],
  [-1n, 0n],
  [1n, 1n],
  [1n, 1n],
  [-1n, 1n],
  [1n, 0n],
];

/** The same without equal ones, for what leaves open which of them it gives. */
const APART: Offsets = [
  [1n, 0n],
  [-1n, 0n],
  [1n, 1n],
  [1n, 2n],
  [-1n, 1n],
  [-1n, 2n],
];
const OPEN: ReadonlySet<string> = new Set(['topk']);

const elements = (offsets: Offsets, { from, dtype, largest }: Wide): readonly Element[] =>
  offsets.map((one) => {
    const value = one === 'largest' ? largest : one[0] * (from + one[1]);
    return dtype === 'int64' ? String(value) : Number(value);
  });

/** What makes numbers of nothing has none to keep. */
const keeps = ({ feature }: Page): boolean => !['attributes', 'creation', 'random'].includes(feature);

const callIn = (page: Page, call: Call, wide: Wide): Call | undefined => {
  const names = givenTo(call).map(({ name }) => name);
  const convert: Convert = (tensor, dtype, name) => {
    if (tensor.dtype !== 'float32') return tensor;
    if (name === 'exponent') return { ...retyped(tensor, dtype), repeats: [2, 1, 3] };
    const chosen = OPEN.has(page.name) ? APART : CHOSEN;
    const offsets = chooses(page) && names.length === 1 ? chosen : names.indexOf(name) % 2 === 0 ? FIRST : SECOND;
    return { ...tensor, dtype, repeats: elements(offsets, wide) };
  };
  const typed = inDtype(page, call, wide.dtype, convert);
  if (typed === undefined || !fits(page, typed)) return undefined;
  return page.dtype === 'option' ? { ...typed, options: { dtype: wide.dtype } } : typed;
};

/** Whether a float comes out, which has no more digits. */
const givesFloat = (page: Page, call: Call): boolean => {
  const result = resultOf(page, call);
  return result !== undefined && isFloat(result);
};

/** An op of integers that gives integers, truths or places. */
export const wideOf = (ladder: Ladder, page: Page, op: string): readonly Rung[] => {
  const call = plain(ladder);
  if (call === undefined || tensorsOf(call).length === 0 || !keeps(page)) return [];
  return WIDE.flatMap((wide): Rung[] => {
    const one = callIn(page, call, wide);
    if (one === undefined || givesFloat(page, one)) return [];
    const says = `\`${op}\` is exact for elements of \`${wide.dtype}\` beyond ${wide.says}`;
    return [{ ...rung(op, '', 'dtypes', `${wide.dtype}-wide`, says, values({ '': one })), rules: ['dtypes.C1'] }];
  });
};
