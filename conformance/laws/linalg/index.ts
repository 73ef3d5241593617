/** torch.linalg: what factors, inverses and solutions are by definition. */
import type { Law } from '../law.ts';
import { inversesOfBatches } from './batches-are-matrices-alone.ts';
import { crossIsAtRightAngles } from './cross-is-at-right-angles.ts';
import { determinantOfProduct } from './determinant-of-product.ts';
import { factorTimesItself } from './factor-times-itself.ts';
import { inverseTimesMatrix } from './inverse-times-matrix.ts';
import { solutionSolves } from './solution-solves.ts';

export const linalg: readonly Law[] = [
  inverseTimesMatrix,
  inversesOfBatches,
  determinantOfProduct,
  solutionSolves,
  factorTimesItself,
  crossIsAtRightAngles,
];
