/** Gradients that the pages give in exact arithmetic, or leave to how the first ones are computed. */
import type { Observation } from '../../values/observation.ts';
import { type Corner, isGradient, type Sight } from './corner.ts';
import { floatsIn, isNumber, notFinite } from './numbers.ts';
import { holdsHuge } from './overflow.ts';
import { leaf, witness } from './witness.ts';

const holdsInfinite = (sight: Sight): boolean =>
  floatsIn(sight).some(({ data }) => data.some((x) => !Number.isFinite(x)));

const isFlat = (seen: Observation | undefined): boolean =>
  seen?.kind === 'tensor' && Array.from(seen.data, Number).every((x) => x === 0);
/** One side has no gradient, and the other one of zeros. */
const isAbsent = (a: Observation | undefined, b: Observation | undefined): boolean => a?.kind === 'null' && isFlat(b);

export const gradients: readonly Corner[] = [
  {
    id: 'not-finite-gradient',
    ops: ['backward', 'autograd.grad'],
    witness: witness({ x: leaf([0]) }, { op: 'pow', in: ['x', 0.5], out: 'y' }, { op: 'backward', in: ['y'] }),
    holds: (mismatch, sight) => {
      if (!isGradient(mismatch) || !notFinite(mismatch)) return false;
      const neither = mismatch.differences!.every(({ expected, got }) => !isNumber(expected) && !isNumber(got));
      return neither || holdsInfinite(sight) || holdsHuge(sight);
    },
    because:
      'a gradient that is not finite is NaN or an infinity by how its formula is written (∞ · 0), which the pages give in exact arithmetic',
  },
  {
    id: 'absent-second-gradient',
    ops: ['autograd.grad'],
    witness: witness(
      { x: leaf([2]), y: leaf([3]) },
      { op: 'mul', in: ['x', 'y'], out: 'p' },
      { op: 'autograd.grad', in: ['p', ['x']], with: { create_graph: true }, out: ['g'] },
      { op: 'mul', in: ['g', 'y'], out: 'q' },
      { op: 'backward', in: ['q'] },
    ),
    holds: (mismatch, { oracle, actual }) => {
      const { name } = mismatch;
      return isGradient(mismatch) && (isAbsent(oracle[name], actual[name]) || isAbsent(actual[name], oracle[name]));
    },
    because:
      'a gradient of a gradient that is 0 everywhere is absent or a tensor of zeros, by how the first one is computed',
  },
];
