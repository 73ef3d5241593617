import { type Fault, wrongOp } from './fault.ts';

type Options = { readonly delta?: number; readonly reduction?: string; readonly log_target?: boolean };

/** By law: what a library does that breaks it, of losses. */
export const lossesFaults: Readonly<Record<string, readonly Fault[]>> = {
  'losses/huber-is-smooth-l1': [
    // Takes delta for the beta of the other.
    wrongOp('huber_loss', (_, { ops }) => (x, target, options) => {
      const { delta = 1, reduction = 'mean' } = options as Options;
      return ops.smooth_l1_loss!(x, target, { beta: delta, reduction });
    }),
  ],
  'losses/logarithms-are-probabilities': [
    // Takes logarithms for probabilities.
    wrongOp('kl_div', (right) => (x, target, options) => {
      const { reduction = 'mean', log_target: _ } = options as Options;
      return right(x, target, { reduction });
    }),
    // Divides by all elements.
    wrongOp('kl_div', (right) => (x, target, options) => {
      const { reduction = 'mean', log_target = false } = options as Options;
      return right(x, target, { reduction: reduction === 'batchmean' ? 'mean' : reduction, log_target });
    }),
  ],
  'losses/logits-are-probabilities': [
    // Of a logistic function of straight pieces.
    wrongOp('binary_cross_entropy_with_logits', (_, { ops }) => (x, target, _weight, options) => {
      const { reduction = 'mean' } = options as Options;
      return ops.binary_cross_entropy!(ops.hardsigmoid!(x, {}), target, undefined, { reduction });
    }),
  ],
};
