import type { Law } from '../law.ts';
import { atan2FindsTheAngle } from './atan2-finds-the-angle.ts';
import { copysignTakesBoth } from './copysign-takes-both.ts';
import { erfAndErfc } from './erf-and-erfc.ts';
import { fminIsFmaxOfNegated } from './fmin-is-fmax-of-negated.ts';
import { lgammaSteps } from './lgamma-steps.ts';
import { xlogyIsProduct } from './xlogy-is-product.ts';

export const pointwise: readonly Law[] = [
  erfAndErfc,
  lgammaSteps,
  xlogyIsProduct,
  fminIsFmaxOfNegated,
  copysignTakesBoth,
  atan2FindsTheAngle,
];
