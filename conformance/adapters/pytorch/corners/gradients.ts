/** Gradients that PyTorch takes in another way than the pages say. */
import { writes } from '../../../fuzz/draw/step.ts';
import { type Corner, isGradient } from '../../../fuzz/excuse/corner.ts';
import { partlyFinite, within } from '../../../fuzz/excuse/numbers.ts';
import { leaf, tensor, witness } from '../../../fuzz/excuse/witness.ts';
import { callsIn } from '../../../values/steps.ts';

export const gradients: readonly Corner[] = [
  {
    id: 'digits-of-trigamma',
    ops: ['lgamma'],
    pytorch: '*',
    witness: witness(
      { x: leaf([2.75], 'float64') },
      { op: 'lgamma', in: ['x'], out: 'y' },
      { op: 'sum', in: ['y'], out: 's' },
      { op: 'autograd.grad', in: ['s', ['x']], with: { create_graph: true }, out: ['g'] },
      { op: 'sum', in: ['g'], out: 't' },
      { op: 'backward', in: ['t'] },
    ),
    holds: (mismatch) => isGradient(mismatch) && within(1e-8, mismatch),
    because: 'the slope of digamma, the second of lgamma, has nine digits in PyTorch',
  },
  {
    id: 'grad-adds-to-leaves',
    ops: ['autograd.grad'],
    pytorch: '<=1.13.1',
    witness: witness(
      { x: tensor([1]), y: leaf([2]) },
      { op: 'view', in: ['x'], with: { size: [1] }, out: 'v' },
      { op: 'copy_', in: ['v', 'y'] },
      { op: 'autograd.grad', in: ['x', ['y']], out: ['g'] },
    ),
    holds: (mismatch, { program }) => isGradient(mismatch) && callsIn(program.ops).some(writes),
    because:
      'PyTorch 1.13 adds to .grad in autograd.grad too where a view was written to, and documents that it does not',
  },
  {
    id: 'exponent-false',
    ops: ['pow'],
    pytorch: '*',
    witness: witness({ x: leaf([0]) }, { op: 'pow', in: ['x', false], out: 'y' }, { op: 'backward', in: ['y'] }),
    holds: (mismatch, { own }) =>
      isGradient(mismatch) && partlyFinite(mismatch) && own.some(({ in: [, exponent] = [] }) => exponent === false),
    because: 'PyTorch does not see that the exponent false is 0, and takes the derivative of a power',
  },
  {
    id: 'stack-shares-gradients',
    ops: ['stack'],
    pytorch: '*',
    witness: witness(
      { x: leaf(1), y: leaf(3) },
      { op: 'stack', in: [['x', 'y']], out: 's' },
      { op: 'sum', in: ['s'], out: 't' },
      { op: 'backward', in: ['t'], with: { retain_graph: true } },
      { op: 'backward', in: ['t'] },
    ),
    holds: (mismatch, { program }) =>
      isGradient(mismatch) &&
      mismatch.reason === 'wrong_value' &&
      callsIn(program.ops).filter(({ op }) => op === 'backward').length > 1,
    because: 'PyTorch lets the gradients that stack gives share memory, and adds to one what belongs to another',
  },
];
