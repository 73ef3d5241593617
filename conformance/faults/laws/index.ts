/** At least one fault for every law. */
import { broadcastingFaults } from './broadcasting.ts';
import { drawnFaults } from './drawn.ts';
import type { Fault } from './fault.ts';
import { gradientsFaults } from './gradients.ts';
import { linalgFaults } from './linalg.ts';
import { linearAlgebraFaults } from './linear-algebra.ts';
import { lossesFaults } from './losses.ts';
import { orderingFaults } from './ordering.ts';
import { placesFaults } from './places.ts';
import { pointwiseFaults } from './pointwise.ts';
import { printingFaults } from './printing.ts';
import { promotionFaults } from './promotion.ts';
import { randomFaults } from './random.ts';
import { reductionsFaults } from './reductions.ts';
import { shapeFaults } from './shape.ts';
import { truthsFaults } from './truths.ts';

export const lawFaults: Readonly<Record<string, readonly Fault[]>> = {
  ...broadcastingFaults,
  ...gradientsFaults,
  ...shapeFaults,
  ...linalgFaults,
  ...placesFaults,
  ...orderingFaults,
  ...linearAlgebraFaults,
  ...lossesFaults,
  ...promotionFaults,
  ...randomFaults,
  ...drawnFaults,
  ...reductionsFaults,
  ...truthsFaults,
  ...printingFaults,
  ...pointwiseFaults,
};
