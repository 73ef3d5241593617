import type { Law } from '../law.ts';
import { associates } from './associates.ts';
import { commutes } from './commutes.ts';
import { comparisonsStretch } from './comparisons-stretch.ts';
import { deMorgan } from './de-morgan.ts';
import { dtypeApart } from './dtype-apart.ts';
import { equalsExpansion } from './equals-expansion.ts';
import { gradientSums } from './gradient-sums.ts';
import { inPlaceOther } from './in-place-other.ts';
import { inPlaceTarget } from './in-place-target.ts';
import { incompatibleRaises } from './incompatible-raises.ts';
import { leadingAxes } from './leading-axes.ts';
import { numbers } from './numbers.ts';
import { powStretches } from './pow-stretches.ts';
import { readsStretchedElement } from './reads-stretched-element.ts';
import { resultShape } from './result-shape.ts';
import { sizeOneAxes } from './size-one-axes.ts';
import { whereStretchesThree } from './where-stretches-three.ts';
import { zeroSize } from './zero-size.ts';

export const broadcasting: readonly Law[] = [
  resultShape,
  equalsExpansion,
  readsStretchedElement,
  leadingAxes,
  sizeOneAxes,
  zeroSize,
  incompatibleRaises,
  commutes,
  deMorgan,
  associates,
  numbers,
  dtypeApart,
  comparisonsStretch,
  powStretches,
  whereStretchesThree,
  inPlaceTarget,
  inPlaceOther,
  gradientSums,
];
