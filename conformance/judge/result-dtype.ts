import type { Page } from '../pages/page.ts';
import type { Dtype, OpStep } from '../values/case.ts';
import { isFloat } from '../values/dtypes.ts';
import { widestKind } from '../values/literal.ts';

const byWidth: readonly Dtype[] = ['float64', 'float32', 'bfloat16', 'float16'];
const ofKind = { bool: 'bool', int: 'int64', float: 'float32' } as const;

const promoted = (step: OpStep, operands: readonly Dtype[]): Dtype => {
  const widest = byWidth.find((dtype) => operands.includes(dtype));
  if (widest !== undefined) return widest;
  return widestKind([...(step.in ?? [])]) === 'float' ? 'float32' : (operands[0] ?? 'int64');
};

const floating = (dtype: Dtype): Dtype => (isFloat(dtype) ? dtype : 'float32');

/**
 * The dtype of an op's result by its page's rule, as finely as tolerances need it: which floating dtype, or that it is
 * none. Among integers any one stands for all of them.
 */
export const resultDtype = (page: Page, step: OpStep, operands: readonly Dtype[]): Dtype | undefined => {
  const option = step.with?.dtype;
  if (typeof option === 'string') return option as Dtype;
  const first = operands[0];
  switch (page.dtype) {
    case 'bool':
      return 'bool';
    case 'int64':
      return 'int64';
    case 'promote':
      return promoted(step, operands);
    case 'promote-float':
      return floating(promoted(step, operands));
    case 'float':
    case 'floating':
      return floating(first ?? 'float32');
    case 'infer': {
      const kind = widestKind([...(step.in ?? []), ...Object.values(step.with ?? {})]);
      return kind === undefined ? 'float32' : ofKind[kind];
    }
    case 'option':
      return first ?? 'float32';
    case 'sum':
      return first !== undefined && isFloat(first) ? first : 'int64';
    default:
      return operands.find(isFloat) ?? first;
  }
};
