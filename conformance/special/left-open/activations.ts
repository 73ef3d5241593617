/** Of activations. */
import { type Open, ORDINARY } from './question.ts';

const isInfinite = (one: string): boolean => one === 'inf' || one === 'minus_inf';

export const ACTIVATIONS: readonly Open[] = [
  {
    ops: ['elu', 'selu', 'celu', 'hardtanh', 'relu6', 'hardsigmoid', 'hardswish', 'softshrink', 'hardshrink'],
    part: 'gradient',
    holds: (x) => x === 'nan',
    why: 'NaN lies on neither side of a kink, and PyTorch takes it for either, by dtype and place',
  },
  {
    ops: ['gelu'],
    holds: isInfinite,
    why: 'an infinity times an area of 0 or 1, which PyTorch finds on some processors and not on others (gelu.C2)',
  },
  {
    ops: ['hardswish'],
    part: 'gradient',
    holds: (x) => x === 'three',
    why: 'until 2.6 it went by the place of the element: the op has a case of its own (hardswish.C5)',
  },
  {
    ops: ['softmin'],
    part: 'gradient',
    dtypes: ['bfloat16'],
    holds: (...row) => !row.includes('nan'),
    why: 'of what is rounded on the way, 8 bits show more than 1 %',
  },
  {
    ops: ['tanhshrink'],
    dtypes: ['float16', 'bfloat16'],
    holds: (x) => ORDINARY.includes(x),
    why: 'a difference, of which rounding leaves few digits (tanhshrink.C2)',
  },
  {
    ops: ['softsign'],
    part: 'gradient',
    dtypes: ['bfloat16'],
    holds: (x) => ORDINARY.includes(x),
    why: 'of what is rounded on the way, 8 bits show more than 1 %',
  },
  {
    ops: ['gelu', 'hardswish', 'silu'],
    dtypes: ['float16'],
    holds: (x) => x === 'tiny',
    why: 'half of it, which lies in the middle between it and 0, or a little above by a factor that may be lost',
  },
  {
    ops: ['gelu', 'hardswish'],
    holds: (x) => x === 'max',
    why: 'a product on the way may overflow (hardswish.C2)',
  },
];
