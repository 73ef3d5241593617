/** All corners that the spec leaves open for everybody. */
import type { Corner } from './corner.ts';
import { fewDigits } from './few-digits.ts';
import { gradients } from './gradients.ts';
import { overflows } from './overflow.ts';
import { signsOfZero } from './sign-of-zero.ts';
import { strides } from './strides.ts';
import { undefinedCasts } from './undefined-cast.ts';

export const corners: readonly Corner[] = [
  ...undefinedCasts,
  ...gradients,
  ...overflows,
  ...fewDigits,
  ...signsOfZero,
  ...strides,
];
