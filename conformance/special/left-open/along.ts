/** Of ops along an axis. */
import { isZero, type Open, ORDINARY, sameNumber } from './question.ts';

const WITH_MEAN = ['std_mean', 'std_mean_biased', 'var_mean', 'var_mean_biased'];

export const ALONG: readonly Open[] = [
  {
    ops: ['max', 'min'],
    part: 'gradient',
    rows: ['pair'],
    holds: sameNumber,
    why: 'a library may document that ties share the gradient (tie-shared): the op has a case of its own',
  },
  {
    ops: ['amax', 'amin', 'aminmax'],
    part: 'gradient',
    rows: ['pair'],
    holds: sameNumber,
    why: 'a library may document that one of the ties takes all (tie-to-one): the op has a case of its own',
  },
  {
    ops: ['amax', 'amin', 'aminmax'],
    part: 'value',
    rows: ['pair'],
    holds: (a, b) => isZero(a) && isZero(b) && a !== b,
    why: 'either zero may be the larger: PyTorch takes one in few elements, and another in many',
  },
  {
    ops: ['mean', 'nanmean'],
    part: 'value',
    rows: ['pair'],
    dtypes: ['float32', 'float64', 'bfloat16'],
    holds: (a, b) => a === 'max' && b === 'max',
    why: 'their sum overflows, and their mean does not: PyTorch adds first, and more digits would do',
  },
  {
    ops: ['prod', 'cumprod'],
    part: 'gradient',
    holds: (...row) => row.some((one) => ['nan', 'inf', 'minus_inf', 'tiny', 'max'].includes(one)),
    why: 'PyTorch multiplies the others if there is a zero anywhere in the tensor, and divides by the element if not',
  },
  {
    ops: ['norm', 'norm_3', 'norm_half', 'norm_minus_1', 'std', 'std_biased', 'var', 'var_biased', ...WITH_MEAN],
    rows: ['placed', 'pair'],
    holds: (...row) => row.includes('max'),
    why: 'its power overflows, or does not where there are more digits on the way (norm.C13)',
  },
  {
    ops: ['norm', 'norm_3', 'norm_half', 'norm_minus_1'],
    rows: ['placed', 'pair'],
    holds: (...row) => row.includes('tiny'),
    why: 'its power is 0, or is not where there are more digits on the way (norm.C13)',
  },
  {
    ops: ['std', 'std_biased', 'var', 'var_biased', ...WITH_MEAN],
    rows: ['pair'],
    holds: (...row) => row.includes('tiny'),
    why: 'its square is 0, or is not where there are more digits on the way',
  },
  {
    ops: ['logsumexp'],
    dtypes: ['bfloat16'],
    rows: ['placed', 'pair'],
    holds: (...row) => !row.some((one) => ['nan', 'inf', 'max'].includes(one)),
    why: 'PyTorch rounds exponentials, their sum and its logarithm, and 8 bits show more than 1 %',
  },
  {
    ops: ['softmax', 'log_softmax', 'softmin', 'cross_entropy'],
    dtypes: ['float16', 'bfloat16'],
    holds: (...row) => row.some((one) => ['two', 'three', 'minus_three_halves'].includes(one)),
    why: 'a probability near 1 has few digits in 16 bits, and PyTorch finds others in a row than in a column',
  },
  {
    ops: [
      'softmax',
      'log_softmax',
      'softmin',
      'cross_entropy',
      'norm',
      'norm_3',
      'norm_minus_1',
      'norm_half',
      'std',
      'std_biased',
      'var',
      'var_biased',
      ...WITH_MEAN,
    ],
    part: 'gradient',
    dtypes: ['bfloat16'],
    holds: (...row) => row.some((one) => ORDINARY.includes(one)),
    why: 'of what is rounded on the way, 8 bits show more than 1 %',
  },
  {
    ops: ['cross_entropy'],
    part: 'gradient',
    dtypes: ['float16'],
    holds: (one) => ORDINARY.includes(one),
    why: 'a slope is what is left of a probability beside another one, of which 11 bits tell little',
  },
  {
    ops: ['cross_entropy'],
    part: 'gradient',
    dtypes: ['bfloat16'],
    holds: (one) => one === 'minus_inf',
    why: 'of what is rounded on the way, 8 bits show more than 1 %',
  },
];

/** Ops, and ways of asking them, that refuse to make anything of nothing, and where that is asked. */
const REFUSE_NOTHING: Readonly<Record<string, string>> = {
  max: 'max.C4',
  min: 'min.C4',
  argmax: 'argmax.C4',
  argmin: 'argmin.C4',
  amax: 'amax.C3',
  amin: 'amin.C3',
  aminmax: 'aminmax.C3',
  norm_minus_1: 'norm.C4',
  norm_inf: 'norm.C4',
  norm_minus_inf: 'norm.C4',
};
export const raisesOnNothing = (op: string): boolean => op in REFUSE_NOTHING;
