/** Mutants that are no faults: the page allows what they do, or nobody could tell. */
export const EQUIVALENT: Readonly<Record<string, string>> = {
  'zeros_like: a value 1 % too large': 'its values are zero',
  'zeros_like: a gradient 1 % too large': 'its result is a leaf',
  'ones_like: a gradient 1 % too large': 'its result is a leaf',
  'zero_: a value 1 % too large, written': 'its values are zero',
  'zero_: zero for everything, written': 'its values are zero',
  'signbit: wrong for NaN in input': 'the sign of a NaN is left open (signbit.C2)',
  'cumprod: gradient of input wrong for NaN':
    'PyTorch divides by the element where there is no zero, and it is left open',
  'cumprod: gradient of input wrong for ∞':
    'PyTorch divides by the element where there is no zero, and it is left open',
  'cumprod: gradient of input wrong for −∞':
    'PyTorch divides by the element where there is no zero, and it is left open',
  'atan2: gradient halved where one tensor is both operands': 'the two that are summed cancel',
  'copysign: no gradient of other where it alone asks for one': 'that gradient is zeros',
  'copysign_: no gradient of other where it alone asks for one': 'that gradient is zeros',
  'sort: no look at stable': 'without it the order of equal elements is left open, and may be the stable one',
  'argsort: no look at stable': 'without it the order of equal elements is left open, and may be the stable one',
  'relu: zero for minus zero': 'the sign of the zero that it gives is left open',
  'cross_entropy: zero for minus zero': 'inexact zeros are compared without their sign',
  'nn.BCELoss forward: zero for minus zero': 'inexact zeros are compared without their sign',
  'celu: gradient of input wrong for NaN': 'whether a kink stops what comes back to NaN is left open',
  'elu: gradient of input wrong for NaN': 'whether a kink stops what comes back to NaN is left open',
  'selu: gradient of input wrong for NaN': 'whether a kink stops what comes back to NaN is left open',
  'hardshrink: gradient of input wrong for NaN': 'whether a kink stops what comes back to NaN is left open',
  'softshrink: gradient of input wrong for NaN': 'whether a kink stops what comes back to NaN is left open',
  'hardsigmoid: gradient of input wrong for NaN': 'whether a kink stops what comes back to NaN is left open',
  'hardswish: gradient of input wrong for NaN': 'whether a kink stops what comes back to NaN is left open',
  'hardtanh: gradient of input wrong for NaN': 'whether a kink stops what comes back to NaN is left open',
  'relu6: gradient of input wrong for NaN': 'whether a kink stops what comes back to NaN is left open',
  'tanhshrink: gradient of input wrong for NaN': 'it is NaN, whatever is added',
  'softsign: gradient of input wrong for ∞': 'it is NaN, whatever is added',
  'softsign: gradient of input wrong for −∞': 'it is NaN, whatever is added',
  'gelu: wrong for ∞ in input': 'what it gives of infinities, and of the largest numbers, is left open',
  'gelu: wrong for −∞ in input': 'what it gives of infinities, and of the largest numbers, is left open',
  'gelu: wrong for a number near the largest in input':
    'what it gives of infinities, and of the largest numbers, is left open',
  'gelu: gradient of input wrong for ∞': 'what it gives of infinities, and of the largest numbers, is left open',
  'gelu: gradient of input wrong for −∞': 'what it gives of infinities, and of the largest numbers, is left open',
  'hardswish: wrong for a number near the largest in input': 'a product on the way may overflow, or not',
  'hardsigmoid: gradient of input a constant when it is differentiated': 'PyTorch has no second derivative of it',
  'hardsigmoid: second derivative by input off': 'PyTorch has no second derivative of it',
  'hardsigmoid: copies kept for its gradient': 'PyTorch has no second derivative of it',
  'relu6: int32 through float32': 'no integer above 6 is left',
  'softshrink: zero for minus zero': 'inexact zeros are compared without their sign',
  'tanhshrink: 0 where less than 1e-6 is due in float32': 'near 0 it is a difference of which no digit is left',
  'tanhshrink: 0 where less than 1e-12 is due in float64': 'near 0 it is a difference of which no digit is left',
  'glu: its operand’s memory where nothing changes': 'its result is half as long',
  'autograd.backward: leaves have their gradients at the end':
    'which leaves a pass had reached before it raised is left open',
};

const SIGN = 'a zero that was computed is compared without its sign, but where a case asks for it';
const DEVICE = 'programs name the one device that there is, which is the default too';
const LAYOUT = 'programs name the one layout that there is, which is the default too';
const OVERFLOW = 'it squares, and so may overflow on its way';

/** Mutants that random programs do not notice beside these, and why. */
export const BEYOND_PROGRAMS: Readonly<Record<string, string>> = {
  'zeros: zero for everything': 'its values are zero',
  'zeros: a value 1 % too large': 'its values are zero',
  'zeros_like: zero for everything': 'its values are zero',
  'add: zero for minus zero': SIGN,
  'sub: zero for minus zero': SIGN,
  'div: zero for minus zero': SIGN,
  'pow: zero for minus zero': SIGN,
  'sqrt: zero for minus zero': SIGN,
  'maximum: zero for minus zero': 'which of two zeros it gives is left open',
  'minimum: zero for minus zero': 'which of two zeros it gives is left open',
  'log_softmax: zero for minus zero': SIGN,
  'nll_loss: zero for minus zero': SIGN,
  'mm: zero for minus zero': SIGN,
  'matmul: zero for minus zero': SIGN,
  'linear: zero for minus zero': SIGN,
  'conv2d: zero for minus zero': SIGN,
  'tensor: no look at device': DEVICE,
  'to: no look at device': DEVICE,
  'arange: no look at device': DEVICE,
  'arange: no look at layout': LAYOUT,
  'zeros: no look at device': DEVICE,
  'ones: no look at device': DEVICE,
  'full: no look at device': DEVICE,
  'zeros_like: no look at device': DEVICE,
  'ones_like: no look at device': DEVICE,
  'var: the largest number for infinity': OVERFLOW,
  'std: the largest number for infinity': OVERFLOW,
};

/** Mutants that are noticed where the reference has the word, and cannot be where PyTorch has it, and why. */
export const BEYOND_PYTORCH: Readonly<Record<string, string>> = {
  'div: a bool turned round': 'PyTorch has no kernel that rounds a quotient of bools',
  'max: zero for minus zero': 'PyTorch takes any of several zeros for the largest (the corner sign-of-zero-of-max)',
  'min: zero for minus zero': 'PyTorch takes any of several zeros for the smallest (the corner sign-of-zero-of-max)',
};

const ON_SOME = 'PyTorch 1.13 does so on processors without instructions for bfloat16, which a library may be like';
const OPEN = 'what it gives of more than two axes is left open';

/** Mutants that no case notices, run as the library of somebody else would be, and why none can. */
export const BEYOND_CASES: Readonly<Record<string, string>> = {
  'randperm: a gradient 1 % too large': 'its result is a leaf; a case that looks at one needs the stream of PyTorch',
  'dot: one running total in bfloat16': ON_SOME,
  'matmul: one running total in bfloat16': ON_SOME,
  'mm: one running total in bfloat16': ON_SOME,
  'mv: one running total in bfloat16': ON_SOME,
  'mean: no gradient after a write to input': 'PyTorch gave none until 1.13.1, which a library may be like',
  'div: gradient halved where one tensor is both operands': 'its gradient is zero, but for what was rounded',
  'sign: wrong for NaN in input': 'a library may document NaN for NaN (sign-of-nan)',
  'l1_loss: gradient of input wrong for NaN': 'its slope is a sign, for which a library may document NaN (sign-of-nan)',
  'l1_loss: gradient of target wrong for NaN':
    'its slope is a sign, for which a library may document NaN (sign-of-nan)',
  'T: wrong in rank 3': OPEN,
  'T: wrong in rank 4': OPEN,
  'T: wrong in rank 5': OPEN,
  'T: gradient of self wrong in rank 3': OPEN,
  'T: gradient of self wrong in rank 4': OPEN,
};
