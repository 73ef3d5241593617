import { pages } from '../pages/pages.gen.ts';
import { resultDtype } from '../pages/result-dtype.ts';
import type { Dtype } from '../values/case.ts';

/** What an op gives of tensors that all have a dtype which it takes. */
export const dtypeOfAlike = (op: string, dtype: Dtype): Dtype =>
  resultDtype(
    pages[op]!,
    pages[op]!.operands.map(() => ({ dtype, weight: 'axes' })),
  )!;
