import type { Law } from '../law.ts';
import { erfAndErfc } from './erf-and-erfc.ts';
import { lgammaSteps } from './lgamma-steps.ts';
import { xlogyIsProduct } from './xlogy-is-product.ts';

export const pointwise: readonly Law[] = [erfAndErfc, lgammaSteps, xlogyIsProduct];
