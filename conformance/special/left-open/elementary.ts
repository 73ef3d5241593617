/** Of elementary functions. */
import type { FloatDtype } from '../../values/dtypes.ts';
import { isZero, type Open } from './question.ts';

const NARROW: readonly FloatDtype[] = ['float16', 'bfloat16', 'float32'];

export const ELEMENTARY: readonly Open[] = [
  { ops: ['signbit'], holds: (x) => x === 'nan', why: 'the sign of a NaN depends on how it was made (signbit.C2)' },
  {
    ops: ['acosh', 'asinh'],
    part: 'gradient',
    dtypes: NARROW,
    holds: (x) => x === 'max',
    why: 'PyTorch squares the largest number, and so gives 0 where the slope is a subnormal number',
  },
  {
    ops: ['log2'],
    part: 'gradient',
    dtypes: ['bfloat16'],
    holds: (x) => x === 'max',
    why: 'PyTorch rounds the product with ln 2 before it divides',
  },
  {
    ops: ['tanh'],
    part: 'gradient',
    dtypes: NARROW,
    holds: (x) => ['two', 'three', 'minus_three_halves'].includes(x),
    why: 'PyTorch takes the slope from the rounded value, which has few digits of its distance from 1',
  },
  {
    ops: ['log10'],
    part: 'gradient',
    dtypes: NARROW,
    holds: (x) => x === 'max',
    why: 'PyTorch multiplies the largest number by ln 10, and so gives 0 where the slope is a subnormal number',
  },
  {
    ops: ['log1p'],
    part: 'value',
    holds: (x) => x === 'tiny' || x === 'max',
    why: 'PyTorch takes the smallest number for 0 in float32 and float64, and until 2.6 the largest for infinity',
  },
  {
    ops: ['tan'],
    part: 'value',
    dtypes: ['float64'],
    holds: (x) => x === 'tiny',
    why: 'PyTorch takes the smallest number for 0',
  },
  {
    ops: ['tan'],
    part: 'gradient',
    dtypes: ['bfloat16'],
    holds: (x) => x === 'max',
    why: 'PyTorch takes the slope from the rounded tangent',
  },
  {
    ops: ['cos'],
    part: 'gradient',
    dtypes: ['float16'],
    holds: (x) => x === 'tiny',
    why: 'the slope is the smallest number by 1.5, and rounded before or after',
  },
  {
    ops: ['rsqrt'],
    part: 'value',
    dtypes: ['bfloat16'],
    holds: (x) => x === 'max',
    why: 'PyTorch rounds the root before it divides, of a few elements and not of many',
  },
  {
    ops: ['xlogy'],
    part: 'gradient',
    holds: (x) => x === 'max' || x === 'tiny',
    why: 'PyTorch multiplies the largest number, and the smallest, by what comes back before it divides',
  },
  {
    ops: ['xlogy'],
    part: 'gradient',
    dtypes: ['bfloat16'],
    holds: (_, y) => y === 'max',
    why: 'the slope is a subnormal number, and rounded before or after',
  },
  {
    ops: ['xlogy'],
    part: 'value',
    dtypes: ['bfloat16'],
    holds: (x) => x === 'max' || x === 'tiny',
    why: 'PyTorch rounds the logarithm before it multiplies',
  },
  {
    ops: ['erf'],
    dtypes: NARROW,
    holds: (x) => x === 'tiny',
    why: 'the digits of small numbers are left open below float64 (erf.C2): PyTorch takes them for 0 on some processors',
  },
  {
    ops: ['copysign'],
    holds: (_, y) => y === 'nan',
    why: 'the sign of a NaN depends on how it was made (copysign.C2)',
  },
  {
    ops: ['atan2'],
    part: 'gradient',
    holds: (...both) => both.includes('tiny') || both.includes('max') || both.every(isZero),
    why: 'PyTorch squares both, which is 0 or infinite where the slope itself is a number; and until 2.6 gave NaN at the origin',
  },
];
