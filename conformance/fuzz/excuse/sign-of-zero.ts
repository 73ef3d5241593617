/** Zeros of either sign, where an op may give one or the other. */
import type { OpStep } from '../../values/case.ts';
import type { Difference, Mismatch } from '../../values/verdict.ts';
import { changedBy } from '../draw/step.ts';
import type { Corner } from './corner.ts';
import { tensor, witness } from './witness.ts';

const isZero = ({ expected, got }: Difference): boolean => Number(expected) === 0 && Number(got) === 0;

const isSignOfZero = ({ differences = [] }: Mismatch): boolean => differences.length > 0 && differences.every(isZero);

/** It is the sign of a zero that the op gives, or computed from one that it gives. */
export const signOfZero: Corner['holds'] = (mismatch, { own, all }) => {
  const zeros = new Set(all.filter(isSignOfZero).map(({ name }) => name));
  const gives = (step: OpStep): boolean => changedBy(step).some((name) => zeros.has(name));
  return mismatch.reason === 'wrong_value' && own.some(gives);
};

export const signsOfZero: readonly Corner[] = [
  {
    id: 'sign-of-zero-of-maximum',
    ops: ['maximum', 'minimum', 'fmax', 'fmin'],
    witness: witness(
      { x: tensor(['-0']), y: tensor([0]) },
      { op: 'maximum', in: ['x', 'y'], out: 'm' },
      { op: 'div', in: [1, 'm'], out: 'd' },
    ),
    holds: signOfZero,
    because: 'which of two zeros of unlike sign is the larger is open (maximum.C4)',
  },
  {
    id: 'sign-of-zero-of-relu',
    ops: ['relu'],
    witness: witness({ x: tensor(['-0']) }, { op: 'relu', in: ['x'], out: 'y' }, { op: 'div', in: [1, 'y'], out: 'z' }),
    holds: signOfZero,
    because: 'whether -0 keeps its sign in relu is open (relu.C1)',
  },
];
