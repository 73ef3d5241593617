import type { Law } from '../law.ts';
import { addedProduct } from './added-product.ts';
import { associates } from './associates.ts';
import { batches } from './batches.ts';
import { distributes } from './distributes.ts';
import { dotIsSum } from './dot-is-sum.ts';
import { identity } from './identity.ts';
import { innerMismatch } from './inner-mismatch.ts';
import { matmulDefinition } from './matmul-definition.ts';
import { mvIsRows } from './mv-is-rows.ts';
import { normAlongAxis } from './norm-along-axis.ts';
import { normDefinition } from './norm-definition.ts';
import { normScales } from './norm-scales.ts';
import { normTriangle } from './norm-triangle.ts';
import { addedPairsAlone, pairsAlone } from './pairs-alone.ts';
import {
  innerIsByTranspose,
  outerIsColumnByRow,
  tensordotIsProduct,
  traceIsSumOfDiagonal,
  traceOfProduct,
  vdotIsDot,
} from './same-by-another-name.ts';
import { transposeOfProduct } from './transpose-of-product.ts';
import { zeroInnerSize } from './zero-inner-size.ts';

export const linearAlgebra: readonly Law[] = [
  matmulDefinition,
  associates,
  distributes,
  transposeOfProduct,
  identity,
  dotIsSum,
  mvIsRows,
  batches,
  innerMismatch,
  zeroInnerSize,
  pairsAlone,
  addedPairsAlone,
  addedProduct,
  outerIsColumnByRow,
  innerIsByTranspose,
  vdotIsDot,
  tensordotIsProduct,
  traceIsSumOfDiagonal,
  traceOfProduct,
  normDefinition,
  normScales,
  normTriangle,
  normAlongAxis,
];
