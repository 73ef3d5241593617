import type { Rule } from './rule.ts';

/** Without a reduction, a loss for each target. A target of probabilities has an axis of classes, as the input has. */
const classes: Rule = ([input = [], target = []], { reduction }) => {
  if (reduction !== 'none') return [];
  return target.length === input.length ? target.toSpliced(target.length > 1 ? 1 : 0, 1) : target;
};

export const losses: Readonly<Record<string, Rule>> = { cross_entropy: classes, nll_loss: classes };
