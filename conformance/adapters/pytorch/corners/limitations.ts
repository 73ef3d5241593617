/** What PyTorch cannot do though nothing is wrong with the program: the harness says so (errors.py). */
import type { Corner } from '../../../fuzz/excuse/corner.ts';
import { leaf, tensor, witness } from '../../../fuzz/excuse/witness.ts';

/** Whether the side that is PyTorch says that this is why it raised. */
const saysSo =
  (id: string): Corner['holds'] =>
  (_, { parting, pytorch }) =>
    parting?.[pytorch!]?.limitation === id;

export const limitations: readonly Corner[] = [
  {
    id: 'no-kernel',
    limitation: true,
    pytorch: '*',
    witness: witness(
      { x: tensor([true], 'bool') },
      { op: 'cumsum', in: ['x'], with: { dim: 0, dtype: 'bool' }, out: 'y' },
    ),
    holds: saysSo('no-kernel'),
    because: 'PyTorch has no kernel for this dtype on a CPU; another version or device may have',
  },
  {
    id: 'view-from-no-grad',
    limitation: true,
    pytorch: '*',
    witness: witness(
      { x: leaf([1, 2]), w: leaf([3, 4]) },
      { op: 'mul', in: ['x', 1], out: 'y' },
      { no_grad: [{ op: 'view', in: ['y'], with: { size: [2] }, out: 'v' }] },
      { op: 'mul_', in: ['y', 'w'] },
      { op: 'neg', in: ['v'], out: 'z' },
    ),
    holds: saysSo('view-from-no-grad'),
    because:
      'PyTorch forbids to record what is written to a tensor of which there is a view from no_grad (autograd.C2)',
  },
  {
    id: 'no-second-derivative',
    limitation: true,
    pytorch: '*',
    witness: witness(
      { x: leaf([0.5]) },
      { op: 'hardsigmoid', in: ['x'], out: 'y' },
      { op: 'mul', in: ['y', 'y'], out: 'z' },
      { op: 'autograd.grad', in: ['z', ['x']], with: { create_graph: true }, out: ['g'] },
      { op: 'backward', in: ['g'] },
    ),
    holds: saysSo('no-second-derivative'),
    because: 'PyTorch has no derivative of that slope, which itself is one of straight pieces',
  },
  {
    id: 'variance-of-one-element',
    ops: ['var', 'std', 'var_mean', 'std_mean'],
    pytorch: '<=1.13.1',
    witness: witness({ x: leaf([1]) }, { op: 'var', in: ['x'], out: 'v' }, { op: 'backward', in: ['v'] }),
    holds: saysSo('variance-of-one-element'),
    because:
      'PyTorch 1.13 gives the variance of a single element with axes a gradient without them, and refuses it itself',
  },
  {
    id: 'loss-of-two-dtypes',
    ops: ['mse_loss'],
    pytorch: '<=2.6.0',
    witness: witness(
      { x: leaf([1, 2]), t: tensor([3, 5], 'float64') },
      { op: 'mse_loss', in: ['x', 't'], out: 'l' },
      { op: 'backward', in: ['l'] },
    ),
    holds: saysSo('loss-of-two-dtypes'),
    because: 'PyTorch cannot go back through mse_loss of two dtypes, though it computes it (autograd.C6 casts)',
  },
];
