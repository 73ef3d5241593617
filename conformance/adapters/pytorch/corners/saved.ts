/** What PyTorch keeps for the backward pass, and so finds changed. */

import { beside, type Corner, type Sight } from '../../../fuzz/excuse/corner.ts';
import { leaf, tensor, witness } from '../../../fuzz/excuse/witness.ts';
import type { Literal, OpStep } from '../../../values/case.ts';

const KIND = 'saved_tensor_modified';

/** Whether PyTorch alone finds that a saved tensor was written to; undefined if both do, or neither. */
const findsAlone = ({ parting, pytorch }: Sight): boolean | undefined => {
  const theirs = parting?.[pytorch!]?.kind === KIND;
  const ours = parting?.[beside(pytorch)]?.kind === KIND;
  return theirs === ours ? undefined : theirs;
};
/** A number divided by a tensor, which is the number times the reciprocal. */
const isReciprocal = ({ in: [first] = [] }: OpStep): boolean => typeof first !== 'string';
/** It indexes by a mask. */
const masks = ({ with: { index = [] } = {} }: OpStep, { oracle, program }: Sight): boolean =>
  (index as readonly Literal[]).some((entry) => {
    const name = typeof entry === 'object' && entry !== null && 'ref' in entry ? String(entry.ref) : undefined;
    const seen = name === undefined ? undefined : oracle[name];
    const dtype = seen?.kind === 'tensor' ? seen.dtype : name === undefined ? undefined : program.inputs[name]?.dtype;
    return dtype === 'bool' || dtype === 'uint8';
  });

export const isZero = (literal: Literal | undefined): boolean =>
  literal === 0 ||
  (typeof literal === 'object' && literal !== null && 'float' in literal && Number(literal.float) === 0);

export const saved: readonly Corner[] = [
  {
    id: 'mean-keeps-its-operand',
    ops: ['mean'],
    pytorch: '<=1.13.1',
    witness: witness(
      { x: leaf([[1, 2]]) },
      { op: 'mul', in: ['x', 1], out: 'y' },
      { op: 'mean', in: ['y'], with: { dim: 1 }, out: 'm' },
      { op: 'mul_', in: ['y', 2] },
      { op: 'backward', in: ['m'] },
    ),
    holds: (_, sight) =>
      findsAlone(sight) === true && sight.own.some(({ with: options = {} }) => 'dim' in options || 'axis' in options),
    because: 'PyTorch 1.13 keeps the operand of a mean along axes, of which the gradient needs the shape alone',
  },
  {
    id: 'smooth-l1-without-a-parabola-keeps-its-operands',
    ops: ['smooth_l1_loss'],
    pytorch: '<=1.13.1',
    witness: witness(
      { x: leaf([1]), t: tensor([3]) },
      { op: 'smooth_l1_loss', in: ['x', 't'], with: { beta: { float: 0 } }, out: 'l' },
      { op: 'mul_', in: ['t', 2] },
      { op: 'backward', in: ['l'] },
    ),
    holds: (_, sight) => findsAlone(sight) === true && sight.own.some(({ with: { beta } = {} }) => isZero(beta)),
    because:
      'PyTorch 1.13 keeps the operands of smooth_l1_loss with beta 0, of which the signs of a difference are enough',
  },
  {
    id: 'reciprocal-is-kept-for-its-operand',
    ops: ['div'],
    pytorch: '*',
    witness: witness(
      { x: leaf([2]) },
      { op: 'mul', in: ['x', 1], out: 'y' },
      { op: 'div', in: [1, 'y'], out: 'z' },
      { op: 'mul_', in: ['y', 2] },
      { op: 'backward', in: ['z'] },
    ),
    holds: (_, sight) => findsAlone(sight) === false && sight.own.some(isReciprocal),
    because: 'PyTorch does not keep a tensor that a number is divided by, but its reciprocal',
  },
  {
    id: 'mask-is-kept',
    ops: ['getitem', 'setitem'],
    pytorch: '*',
    witness: witness(
      { x: leaf([1, 2]), m: tensor([true, false], 'bool') },
      { op: 'getitem', in: ['x'], with: { index: [{ ref: 'm' }] }, out: 'y' },
      { op: 'fill_', in: ['m', true] },
      { op: 'backward', in: ['y'] },
    ),
    holds: (_, sight) => findsAlone(sight) === true && sight.own.some((step) => masks(step, sight)),
    because: 'PyTorch keeps a mask, of which the places are enough',
  },
];
