import fc from 'fast-check';
import type { Step } from '../../values/case.ts';
import type { Law } from '../law.ts';
import { SAMPLE, twice } from './large-draw.ts';

/**
 * How far each number stands from its place, counted round the end: evenly spread over 0 … n − 1. As the places of a
 * permutation are not independent, note that how many of them are at most t has the variance of independent ones times
 * n / (n − 1). What `sample.ts` says of false alarms and power holds here.
 */
export const shuffled: Law = {
  id: 'random/shuffled',
  title: 'randperm puts no number nearer to its own place than to any other',
  clauses: ['randperm.C1', 'randperm.C2'],
  trials: ({ dtypes }) =>
    !dtypes.includes('float32') || !dtypes.includes('int64')
      ? { lacks: 'int64 and float32' }
      : fc.constant(SAMPLE).map((n) => {
          const ops = (out: string): readonly Step[] => [
            { op: 'arange', with: { end: n }, out: `${out}_place` },
            { op: 'randperm', with: { n }, out: `${out}_p` },
            { op: 'sub', in: [`${out}_place`, `${out}_p`], out: `${out}_way` },
            { op: 'lt', in: [`${out}_way`, 0], out: `${out}_back` },
            { op: 'add', in: [`${out}_way`, n], out: `${out}_round` },
            { op: 'where', in: [`${out}_back`, `${out}_round`, `${out}_way`], out: `${out}_far` },
            { op: 'to', in: [`${out}_far`], with: { dtype: 'float32' }, out },
          ];
          return twice({ ops, dtype: 'float32', shape: [n], distribution: { uniform: { low: 0, high: n } }, below: n });
        }),
};
