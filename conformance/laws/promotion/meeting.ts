import fc from 'fast-check';
import { arithmetic } from '../../pages/families.ts';
import { every } from '../family.ts';
import type { Law } from '../law.ts';
import { anyTensor } from './operand.ts';
import { pairTrials } from './pair.ts';

const ops = every(arithmetic);

export const meeting: Law = {
  id: 'promotion/meeting',
  title: 'two tensors with axes meet in the smallest dtype of the higher kind that holds both',
  clauses: ['dtypes.C5', 'dtypes.C6'],
  families: [ops],
  trials: (lab) =>
    lab.dtypes.length < 2
      ? { lacks: 'a second dtype' }
      : pairTrials(lab, fc.tuple(anyTensor(lab, 'axes'), anyTensor(lab, 'axes')), ops),
};
