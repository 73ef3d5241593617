import fc from 'fast-check';
import { arithmetic, both, numberOnEitherSide } from '../../pages/families.ts';
import { every } from '../family.ts';
import type { Law } from '../law.ts';
import { anyTensor, numberOperand } from './operand.ts';
import { pairTrials, turned } from './pair.ts';

const ops = every(both(arithmetic, numberOnEitherSide));

export const pythonNumbers: Law = {
  id: 'promotion/python-numbers',
  title: 'a Python number leaves a tensor of its kind as it is, and brings the default dtype to one of a lower kind',
  clauses: ['dtypes.C8'],
  families: [ops],
  trials: (lab) => {
    if (lab.dtypes.length === 0) return { lacks: 'a dtype' };
    const tensors = fc.oneof(anyTensor(lab, 'axes'), anyTensor(lab, '0-d'));
    return pairTrials(lab, turned(fc.tuple(tensors, numberOperand)), ops);
  },
};
