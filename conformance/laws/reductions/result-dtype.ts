import { pages } from '../../pages/pages.gen.ts';
import type { Dtype } from '../../values/case.ts';
import { isFloat } from '../../values/formats.ts';

/** By the rule that a page names: what an op of one tensor gives, of a dtype that it takes. */
const rules: Readonly<Record<string, (dtype: Dtype) => Dtype>> = {
  sum: (dtype) => (isFloat(dtype) ? dtype : 'int64'),
  same: (dtype) => dtype,
  floating: (dtype) => dtype,
  float: (dtype) => (isFloat(dtype) ? dtype : 'float32'),
  int64: () => 'int64',
  bool: () => 'bool',
};

export const resultDtype = (op: string, dtype: Dtype): Dtype => rules[pages[op]!.dtype]!(dtype);
