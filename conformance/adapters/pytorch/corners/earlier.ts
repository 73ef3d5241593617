/** What older versions of PyTorch gave, as the pages and the `earlier` of their cases say. */
import { beside, type Corner, isGradient, type Refusal, type Sight } from '../../../fuzz/excuse/corner.ts';
import { notFinite } from '../../../fuzz/excuse/numbers.ts';
import { leaf, tensor, witness } from '../../../fuzz/excuse/witness.ts';
import { isZero } from './saved.ts';

/** How both sides fared at a step of the corner's op, which has this option. */
const atOwn = (
  { parting, own, pytorch }: Sight,
  option?: string,
): { readonly theirs: Refusal | undefined; readonly ours: Refusal | undefined } | undefined => {
  if (parting === undefined || !own.includes(parting.step)) return undefined;
  if (option !== undefined && parting.step.with?.[option] === undefined) return undefined;
  return { theirs: parting[pytorch!], ours: parting[beside(pytorch)] };
};
const REFUSED: ReadonlySet<string | undefined> = new Set(['dtype_mismatch', 'unsupported_dtype']);

export const earlier: readonly Corner[] = [
  {
    id: 'norm-converted-to-any-dtype',
    ops: ['norm'],
    pytorch: '<=1.13.1',
    witness: witness(
      { x: tensor([3, 4], 'float64') },
      { op: 'norm', in: ['x'], with: { p: 1, dtype: 'float32' }, out: 'n' },
    ),
    holds: (_, sight) => {
      const at = atOwn(sight, 'dtype');
      return REFUSED.has(at?.ours?.kind) && at?.theirs === undefined;
    },
    because: 'until 1.13 norm converted integers, and rounded wider values (norm.C12)',
  },
  {
    id: 'norm-fro-took-no-dtype',
    ops: ['norm'],
    pytorch: '<=1.13.1',
    witness: witness({ x: tensor([3, 4]) }, { op: 'norm', in: ['x'], with: { p: 'fro', dtype: 'float64' }, out: 'n' }),
    holds: (_, sight) => {
      const at = atOwn(sight, 'dtype');
      return at?.theirs?.kind === 'invalid_argument' && sight.parting!.step.with!.p === 'fro';
    },
    because: 'until 1.13 norm took no dtype beside p="fro"',
  },
  {
    id: 'norm-of-nothing-was-0',
    ops: ['norm'],
    pytorch: '<=1.13.1',
    witness: witness({ x: tensor([]) }, { op: 'norm', in: ['x'], with: { p: { float: 'Infinity' } }, out: 'n' }),
    holds: (_, sight) => {
      const at = atOwn(sight, 'p');
      return at?.ours?.kind === 'invalid_argument' && at.theirs === undefined;
    },
    because: 'until 1.13 no elements had the norm 0 with an infinite or a negative p too (norm.C4)',
  },
  {
    id: 'fill-refused-what-0-d-holds',
    ops: ['fill_'],
    pytorch: '<=1.13.1',
    witness: witness({ x: tensor([1], 'uint8'), v: tensor(300, 'int64') }, { op: 'fill_', in: ['x', 'v'] }),
    holds: (_, sight) => {
      const at = atOwn(sight);
      return at?.theirs?.kind === 'invalid_argument' && at.ours === undefined;
    },
    because: 'until 1.13 fill_ refused what a 0-d tensor holds and the dtype does not',
  },
  {
    id: 'arange-dropped-fractions-first',
    ops: ['arange'],
    pytorch: '<=2.6.0',
    witness: witness({}, { op: 'arange', with: { start: -1.5, end: 2.5, dtype: 'int64' }, out: 'r' }),
    holds: (_, { own }) =>
      own.some(({ with: { start, end, step, dtype } = {} }) => {
        const fractions = [start, end, step].some((one) => typeof one === 'number' && !Number.isInteger(one));
        return fractions && typeof dtype === 'string' && !dtype.includes('float');
      }),
    because: 'until 2.6 arange dropped the fractions of its bounds before it counted elements of an integer dtype',
  },
  {
    id: 'smooth-l1-without-a-parabola-sloped-down',
    ops: ['smooth_l1_loss'],
    pytorch: '<=1.13.1',
    witness: witness(
      { x: leaf([1]) },
      { op: 'smooth_l1_loss', in: ['x', 'x'], with: { beta: { float: 0 } }, out: 'l' },
      { op: 'backward', in: ['l'] },
    ),
    holds: (mismatch, { own }) => isGradient(mismatch) && own.some(({ with: { beta } = {} }) => isZero(beta)),
    because: 'until 1.13 smooth_l1_loss with beta 0 had the slope -1 where both are equal',
  },
  {
    id: 'softshrink-of-nan-was-0',
    ops: ['softshrink'],
    pytorch: '<=1.13.1',
    witness: witness({ x: tensor(['NaN']) }, { op: 'softshrink', in: ['x'], out: 'y' }),
    holds: ({ reason }, { all }) => reason === 'wrong_value' && notFinite(all[0]!),
    because: 'until 1.13 softshrink took NaN for what is shrunk to 0',
  },
  {
    id: 'aminmax-of-a-number-gave-an-axis',
    ops: ['aminmax'],
    pytorch: '<=1.13.1',
    witness: witness(
      { x: tensor(1, 'int64') },
      { op: 'aminmax', in: ['x'], with: { dim: 0, keepdim: true }, out: ['a', null] },
    ),
    holds: (_, { all }) => all[0]!.reason === 'wrong_shape',
    because: 'until 1.13 aminmax of a 0-d tensor with dim and keepdim had an axis of one element',
  },
];
