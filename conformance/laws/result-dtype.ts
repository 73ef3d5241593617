import { pages } from '../pages/pages.gen.ts';
import type { Dtype } from '../values/case.ts';
import { isFloat } from '../values/formats.ts';

const itself = (dtype: Dtype): Dtype => dtype;
const fractional = (dtype: Dtype): Dtype => (isFloat(dtype) ? dtype : 'float32');

/** By the rule that a page names. */
const rules: Readonly<Record<string, (dtype: Dtype) => Dtype>> = {
  same: itself,
  promote: itself,
  floating: itself,
  float: fractional,
  'promote-float': fractional,
  sum: (dtype) => (isFloat(dtype) ? dtype : 'int64'),
  int64: () => 'int64',
  bool: () => 'bool',
};

/** What an op gives of tensors that all have a dtype which it takes. */
export const resultDtype = (op: string, dtype: Dtype): Dtype => rules[pages[op]!.dtype]!(dtype);
