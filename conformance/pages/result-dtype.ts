import type { Dtype, Literal } from '../values/case.ts';
import { isFloat } from '../values/dtypes.ts';
import { fractional, promoted, type Say, sayOf } from '../values/promotion.ts';
import { definitionOf } from './options.ts';
import type { Page } from './page.ts';

/**
 * The dtype of an op's (first) result by the rule of its page, given what its operands say and its options; undefined
 * where no operand tells. A tensor of unknown rank says it as one with axes does.
 */
export const resultDtype = (
  page: Page,
  operands: readonly Say[],
  options: Readonly<Record<string, Literal>> = {},
): Dtype | undefined => {
  if (typeof options.dtype === 'string') return options.dtype as Dtype;
  const first = operands.find(({ weight }) => weight !== 'number')?.dtype;
  switch (page.dtype) {
    case 'bool':
    case 'int64':
      return page.dtype;
    case 'truth':
      return first === 'uint8' ? first : 'bool';
    case 'promote':
      return together(page.shape === 'loss' ? operands.map(broadcasted) : operands);
    case 'promote-float': {
      const met = together(operands);
      return options.rounding_mode == null ? met && fractional(met) : met;
    }
    case 'float':
    case 'floating':
      return first && fractional(first);
    case 'sum':
      return first === undefined || isFloat(first) ? first : 'int64';
    case 'number':
      return first === 'bool' ? 'int64' : first;
    case 'infer':
      return together([...operands, ...numbersIn(page, options)]) ?? 'float32';
    case 'option':
      return first ?? 'float32';
    default:
      return first;
  }
};

const together = ([first, ...others]: readonly Say[]): Dtype | undefined => first && promoted(first, ...others);

/** A loss broadcasts its operands first, after which a 0-d one counts like the other. */
const broadcasted = ({ dtype }: Say): Say => ({ dtype, weight: 'axes' });

/** The options that are elements, or from which elements are counted. */
const numbersIn = (page: Page, options: Readonly<Record<string, Literal>>): readonly Say[] =>
  Object.entries(options)
    .filter(([name]) => definitionOf(page, name) === 'scalar')
    .flatMap(([, value]) => sayOf(value) ?? []);
