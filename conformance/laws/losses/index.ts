/** Laws of losses: each is another loss of what its operands stand for. */
import type { Law } from '../law.ts';
import { huberIsSmoothL1 } from './huber-is-smooth-l1.ts';
import { logarithmsAreProbabilities } from './logarithms-are-probabilities.ts';
import { logitsAreProbabilities } from './logits-are-probabilities.ts';

export const losses: readonly Law[] = [huberIsSmoothL1, logarithmsAreProbabilities, logitsAreProbabilities];
