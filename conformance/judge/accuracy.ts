import type { Accuracy } from '../compare/bound.ts';
import type { Accuracy as Own, Page } from '../pages/page.ts';
import type { Dtype } from '../values/case.ts';
import { isFloat } from '../values/dtypes.ts';
import { type Cell, union } from './cell.ts';

/** What a page says of a dtype; a dtype that it does not name is judged as a program of several ops. */
const ofPage = (accuracy: Page['accuracy'], dtype: Dtype): Accuracy => {
  const forAll = accuracy === 'exact' || 'ulp' in accuracy || 'rtol' in accuracy;
  const own = forAll ? (accuracy as Own) : (accuracy as Readonly<Partial<Record<Dtype, Own>>>)[dtype];
  if (own === undefined) return 'several';
  return own === 'exact' ? 'exact' : { page: own };
};

/** What a value may differ by, by the ops that made it: exact if all were, the page's if one was not, else as several. */
export const accuracyOf = (cell: Cell, dtype: Dtype): Accuracy => {
  if (!isFloat(dtype)) return 'exact';
  const all = cell.items === undefined ? cell : union([cell]);
  if (all.gradient) return 'several';
  const inexact = [...all.makers.values()].map((own) => ofPage(own, dtype)).filter((own) => own !== 'exact');
  return inexact.length > 1 ? 'several' : (inexact[0] ?? 'exact');
};
