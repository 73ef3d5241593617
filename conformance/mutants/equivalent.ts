/** Mutants that are no faults: the page allows what they do, or nobody could tell. */
export const EQUIVALENT: Readonly<Record<string, string>> = {
  'arange: no look at layout': 'strided is the only layout that it has',
  'zeros_like: a value 1 % too large': 'its values are zero',
  'zeros_like: a gradient 1 % too large': 'its result is a leaf',
  'ones_like: a gradient 1 % too large': 'its result is a leaf',
  'zero_: a value 1 % too large, written': 'its values are zero',
  'zero_: zero for everything, written': 'its values are zero',
  'sign: a gradient 1 % too large': 'its gradient is zero',
  'relu: zero for minus zero': 'the sign of the zero that it gives is left open',
  'cross_entropy: zero for minus zero': 'inexact zeros are compared without their sign',
  'nn.BCELoss forward: zero for minus zero': 'inexact zeros are compared without their sign',
};
