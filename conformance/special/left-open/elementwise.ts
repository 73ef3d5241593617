/** Of ops that go element by element. */
import { isZero, type Open, ORDINARY, sameNumber } from './question.ts';

export const ELEMENTWISE: readonly Open[] = [
  {
    ops: ['sign'],
    holds: (x) => x === 'nan',
    why: 'a library may document NaN (sign-of-nan): the op has a case of its own',
  },
  {
    ops: ['relu'],
    part: 'value',
    holds: (x) => x === 'minus_zero',
    why: 'whether −0 keeps its sign is open (relu.C1)',
  },
  {
    ops: ['abs', 'relu'],
    part: 'gradient',
    holds: isZero,
    why: 'a library may document another subgradient: the op has a case of its own',
  },
  {
    ops: ['maximum', 'minimum', 'fmax', 'fmin'],
    part: 'value',
    holds: (x, y) => isZero(x) && isZero(y) && x !== y,
    why: 'either zero may be the larger (maximum.C4): PyTorch takes one in few elements, and the other in many',
  },
  {
    ops: ['maximum', 'minimum'],
    part: 'gradient',
    holds: sameNumber,
    why: 'a library may document that one takes all (tie-to-one): ties stand in a case of their own, and what NaN beside NaN gets is no tie',
  },
  {
    ops: ['fmax', 'fmin'],
    part: 'gradient',
    holds: sameNumber,
    why: 'until 2.6 PyTorch gave all of it to the first: ties stand in a case of their own',
  },
  {
    ops: ['div'],
    part: 'gradient',
    holds: (x, y) => x === 'tiny' && y === 'two',
    why: 'the smallest number divided by 4 in two steps is rounded twice, and PyTorch gives 0 where one step gives the smallest',
  },
  {
    ops: ['div'],
    part: 'number first',
    holds: (x, y) => y === 'tiny' && (isZero(x) || x === 'tiny'),
    why: 'PyTorch divides a number by multiplying it with the inverse, which overflows',
  },
  {
    ops: ['pow'],
    part: 'gradient',
    holds: (x, y) => y === 'tiny' && x === 'tiny',
    why: 'a power on the way to the slope overflows, which itself is a fraction',
  },
  {
    ops: ['pow'],
    part: 'gradient',
    holds: (x, y) =>
      (y === 'tiny' && ['two', 'three', 'minus_three_halves'].includes(x)) || (x === 'tiny' && y === 'one'),
    why: 'a slope is a few of the smallest numbers: what is rounded on the way decides how many',
  },
  {
    ops: ['pow'],
    part: 'gradient',
    dtypes: ['float16'],
    holds: (_, y) => y === 'tiny' || y === 'max',
    why: 'the exponent less 1 is rounded in float16: to an integer from beside one, and to an even one from an odd',
  },
  {
    ops: ['pow'],
    part: 'gradient',
    dtypes: ['float16'],
    holds: (x, y) => x === 'max' && (y === 'minus_three_halves' || y === 'minus_half'),
    why: 'the power is below the smallest normal number of float16, and what is rounded on the way decides',
  },
  {
    ops: ['sigmoid'],
    part: 'gradient',
    dtypes: ['bfloat16'],
    holds: (x) => x === 'two' || x === 'three',
    why: 'PyTorch takes the slope from the rounded value, which has few digits of its distance from 1',
  },
  {
    ops: ['prelu'],
    part: 'gradient',
    holds: (x) => isZero(x),
    why: 'a library may document a slope of 1 at 0: the op has a case of its own',
  },
  {
    ops: ['binary_cross_entropy'],
    part: 'gradient',
    holds: (x, y) => (isZero(x) && y === 'tiny') || (x === 'tiny' && isZero(y)),
    why: 'the slope is the smallest number by 1e-12: what is rounded before it is divided shows',
  },
  {
    ops: ['binary_cross_entropy'],
    part: 'gradient',
    dtypes: ['float16'],
    holds: (x) => x !== 'half',
    why: 'the 1e-12 that keeps the divisor from 0 is 0 in float16',
  },
  {
    ops: ['addmm', 'baddbmm', 'bmm', 'conv2d', 'dot', 'inner', 'linear', 'matmul', 'mm', 'mv', 'vdot'],
    dtypes: ['bfloat16'],
    holds: (...factors) => factors.includes('tiny'),
    why: 'PyTorch multiplies few of them as they are, and takes subnormal ones of many for zeros',
  },
  {
    ops: ['conv2d'],
    dtypes: ['bfloat16'],
    holds: (...factors) => factors.some((one) => ['inf', 'minus_inf'].includes(one)),
    why: 'PyTorch multiplies in blocks that it fills up with zeros',
  },
  {
    ops: ['binary_cross_entropy_with_logits'],
    dtypes: ['float16', 'bfloat16'],
    holds: (input) => ORDINARY.includes(input),
    why: 'PyTorch puts it together from several ops, and rounds after each to a dtype of few digits',
  },
  {
    ops: ['kl_div'],
    holds: (_, target) => target === 'max',
    why: 'the product with its logarithm overflows, and what is taken from it may too',
  },
  {
    ops: ['kl_div'],
    holds: (_, target) => target === 'tiny',
    why: 'a few times the smallest number is rounded at each step to a multiple of it',
  },
  {
    ops: ['kl_div'],
    dtypes: ['float16', 'bfloat16'],
    holds: (_, target) => ORDINARY.includes(target!),
    why: 'PyTorch puts it together from several ops, and rounds after each to a dtype of few digits',
  },
  {
    ops: ['mse_loss'],
    part: 'gradient',
    holds: (x, y) => (isZero(x) && y === 'tiny') || (x === 'tiny' && isZero(y)),
    why: 'a slope is a few of the smallest numbers: which factor comes first decides how many',
  },
  {
    ops: ['l1_loss', 'smooth_l1_loss_0'],
    part: 'gradient',
    holds: (x, y) => x === 'nan' || y === 'nan' || (x === y && ['inf', 'minus_inf'].includes(x)),
    why: 'the slope is the sign of a difference that is NaN, for which a library may document NaN (sign-of-nan)',
  },
];
