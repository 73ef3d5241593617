import type { Law } from '../law.ts';
import { allAxisByAxis } from './all-axis-by-axis.ts';
import { allOrAnyOfNot } from './all-or-any-of-not.ts';
import { argmaxPointsAtMax } from './argmax-points-at-max.ts';
import { axesPermuted } from './axes-permuted.ts';
import { cumsumDifferences } from './cumsum-differences.ts';
import { cumsumGradient } from './cumsum-gradient.ts';
import { dtypeOfResult } from './dtype-of-result.ts';
import { keepdimIsUnsqueeze } from './keepdim-is-unsqueeze.ts';
import { largestIsAnElement } from './largest-is-an-element.ts';
import { largestOfNothingRaises } from './largest-of-nothing-raises.ts';
import { linear } from './linear.ts';
import { listIsOneByOne } from './list-is-one-by-one.ts';
import { isinFinds, searchsortedCounts } from './looked-up.ts';
import { maxGradient } from './max-gradient.ts';
import { meanGradient } from './mean-gradient.ts';
import { meanIsSumOverN } from './mean-is-sum-over-n.ts';
import { minIsMaxOfNegated } from './min-is-max-of-negated.ts';
import { negativeDims } from './negative-dims.ts';
import { normGradient } from './norm-gradient.ts';
import { ofNothing } from './of-nothing.ts';
import { ofZeroD } from './of-zero-d.ts';
import { orderOfElements } from './order-of-elements.ts';
import { outOfRangeRaises } from './out-of-range-raises.ts';
import { repeatedRaises } from './repeated-raises.ts';
import { cumprodEndsInProd, cumsumEndsInSum } from './running-ends-in-total.ts';
import { sortedInOrder, topkBeginsSort } from './sorted.ts';
import { stdSquaredIsVar } from './std-squared-is-var.ts';
import { sumGradient } from './sum-gradient.ts';
import { varByDefinition } from './var-by-definition.ts';
import { varGradient } from './var-gradient.ts';

export const reductions: readonly Law[] = [
  allAxisByAxis,
  keepdimIsUnsqueeze,
  negativeDims,
  listIsOneByOne,
  axesPermuted,
  orderOfElements,
  linear,
  meanIsSumOverN,
  varByDefinition,
  stdSquaredIsVar,
  largestIsAnElement,
  argmaxPointsAtMax,
  sortedInOrder,
  topkBeginsSort,
  searchsortedCounts,
  isinFinds,
  minIsMaxOfNegated,
  cumsumEndsInSum,
  cumprodEndsInProd,
  allOrAnyOfNot,
  cumsumDifferences,
  ofNothing,
  largestOfNothingRaises,
  ofZeroD,
  dtypeOfResult,
  outOfRangeRaises,
  repeatedRaises,
  sumGradient,
  meanGradient,
  maxGradient,
  varGradient,
  cumsumGradient,
  normGradient,
];
