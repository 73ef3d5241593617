import fc from 'fast-check';
import { arithmetic } from '../../pages/families.ts';
import { every } from '../family.ts';
import type { Law } from '../law.ts';
import { anyTensor } from './operand.ts';
import { pairTrials, turned } from './pair.ts';

const ops = every(arithmetic);

export const zeroDim: Law = {
  id: 'promotion/zero-dim',
  title: 'a 0-d tensor counts by its kind only beside one with axes, and in full beside another 0-d one',
  clauses: ['dtypes.C7'],
  families: [ops],
  trials: (lab) => {
    if (lab.dtypes.length < 2) return { lacks: 'a second dtype' };
    const zero = anyTensor(lab, '0-d');
    return pairTrials(lab, turned(fc.oneof(fc.tuple(anyTensor(lab, 'axes'), zero), fc.tuple(zero, zero))), ops);
  },
};
