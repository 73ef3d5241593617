/** Numbers that PyTorch computes in another way than the pages say. */

import { changedBy } from '../../../fuzz/draw/step.ts';
import type { Corner, Sight } from '../../../fuzz/excuse/corner.ts';
import { isTiny, notFinite, within } from '../../../fuzz/excuse/numbers.ts';
import { signOfZero } from '../../../fuzz/excuse/sign-of-zero.ts';
import { tensor, witness } from '../../../fuzz/excuse/witness.ts';
import type { OpStep } from '../../../values/case.ts';
import { isFloat } from '../../../values/dtypes.ts';
import { flatten } from '../../../values/element.ts';

/** The numbers of a floating tensor that a name holds, and their dtype. */
const floatsOf = (name: unknown, { program, oracle }: Sight) => {
  if (typeof name !== 'string') return undefined;
  const [seen, given] = [oracle[name], program.inputs[name]];
  if (seen?.kind === 'tensor')
    return isFloat(seen.dtype) ? { dtype: seen.dtype, data: Array.from(seen.data, Number) } : undefined;
  return given !== undefined && isFloat(given.dtype)
    ? { dtype: given.dtype, data: flatten(given.data).map(Number) }
    : undefined;
};

/** Whether such a step of the corner's op made what differs first. */
const firstIsOf = ({ own, all }: Sight, suits: (step: OpStep) => boolean): boolean =>
  own.some((step) => changedBy(step).includes(all[0]!.name) && suits(step));

export const numbers: readonly Corner[] = [
  {
    id: 'sign-of-zero-of-max',
    ops: ['max', 'min'],
    pytorch: '*',
    witness: witness(
      { x: tensor([0, '-0']) },
      { op: 'max', in: ['x'], out: 'y' },
      { op: 'div', in: [1, 'y'], out: 'z' },
    ),
    holds: signOfZero,
    because: 'PyTorch takes any of several zeros of unlike sign for the extreme, by whether it runs on vectors',
  },
  {
    id: 'mean-beside-infinity',
    ops: ['var_mean', 'std_mean'],
    pytorch: '*',
    witness: witness({ x: tensor(['Infinity', 1]) }, { op: 'var_mean', in: ['x'], out: [null, 'y'] }),
    holds: (mismatch, sight) => mismatch.reason === 'wrong_value' && notFinite(sight.all[0]!),
    because: 'the mean beside an infinity is NaN or infinite in PyTorch, by the place where the infinity stands',
  },
  {
    id: 'tail-of-gelu-cancels',
    ops: ['gelu'],
    pytorch: '*',
    witness: witness(
      { x: tensor([-6.75], 'bfloat16') },
      { op: 'gelu', in: ['x'], out: 'y' },
      { op: 'log', in: ['y'], out: 'z' },
    ),
    holds: (mismatch, sight) =>
      mismatch.reason === 'wrong_value' &&
      (notFinite(sight.all[0]!) ||
        (within(0.01, mismatch) && sight.own.some(({ in: [x] = [] }) => floatsOf(x, sight)?.data.some((v) => v < -3)))),
    because:
      'PyTorch adds 1 to an error function near -1, of which few digits are left, and has -0 where a small number is',
  },
  {
    id: 'digits-of-small-erf',
    ops: ['erf'],
    pytorch: '>1.13.1',
    witness: witness({ x: tensor([0.00023055986]) }, { op: 'erf', in: ['x'], out: 'y' }),
    holds: ({ reason }, sight) =>
      reason === 'wrong_value' &&
      sight.own.some(({ in: [x] = [] }) => {
        const floats = floatsOf(x, sight);
        return floats !== undefined && floats.dtype !== 'float64' && floats.data.some((v) => Math.abs(v) < 0.12);
      }),
    because: 'the digits of small numbers in narrow dtypes are left open (erf.C2), and PyTorch gives 0 for 1e-10',
  },
  {
    id: 'sign-of-nan-of-copysign',
    ops: ['copysign'],
    pytorch: '>1.13.1',
    witness: witness(
      { x: tensor([-1]), y: tensor([9]) },
      { op: 'log', in: ['x'], out: 'n' },
      { op: 'copysign', in: ['y', 'n'], out: 'z' },
    ),
    holds: ({ reason }, sight) =>
      reason === 'wrong_value' &&
      sight.own.some(({ in: [, sign] = [] }) => floatsOf(sign, sight)?.data.some(Number.isNaN)),
    because:
      'the sign of a NaN is left open (copysign.C2): it is negative on many processors, and JavaScript shows none',
  },
  {
    id: 'reciprocal-overflows',
    ops: ['div'],
    pytorch: '*',
    witness: witness({ x: tensor([2e-39, 1]) }, { op: 'div', in: [0.5, 'x'], out: 'y' }),
    holds: ({ reason }, sight) =>
      reason === 'wrong_value' &&
      notFinite(sight.all[0]!) &&
      firstIsOf(sight, ({ in: [divided, by] = [] }) => {
        const floats = floatsOf(by, sight);
        return typeof divided !== 'string' && floats?.data.some((x) => isTiny(floats.dtype, x)) === true;
      }),
    because:
      'PyTorch divides a number by a tensor as the number times the reciprocal, which overflows where the tensor is below the smallest normal number',
  },
];
