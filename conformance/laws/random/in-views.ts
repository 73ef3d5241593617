import fc from 'fast-check';
import type { Step } from '../../values/case.ts';
import type { Law } from '../law.ts';
import { wideFloat } from '../offered.ts';
import { twice } from './large-draw.ts';

const ROWS = 2000;

/** Every second row of four columns, a column, or all but the first rows. */
const parts = fc.constantFrom(
  { index: ['1::2'], rest: ['::2'], shape: [ROWS / 2, 4] },
  { index: [':', 2], rest: [':', ':2'], shape: [ROWS] },
  { index: ['4:'], rest: [':4'], shape: [ROWS - 4, 4] },
);

/** What `large-draw.ts` says of false alarms holds here, and the table of the chapter for samples of 2,000. */
export const inViews: Law = {
  id: 'random/in-views',
  title: 'uniform_ and normal_ fill the elements of a view, and no others',
  clauses: ['uniform_.C1', 'normal_.C1', 'random.C11'],
  trials: (lab) =>
    wideFloat(lab, (dtype) =>
      fc.tuple(parts, fc.boolean()).map(([{ index, rest, shape }, bell]) => {
        const ops = (out: string): readonly Step[] => [
          { op: 'full', with: { size: [ROWS, 4], fill_value: 7.5, dtype }, out: `${out}_base` },
          { op: 'getitem', in: [`${out}_base`], with: { index: [...index] }, out },
          { op: bell ? 'normal_' : 'uniform_', in: [out] },
          { op: 'getitem', in: [`${out}_base`], with: { index: [...rest] }, out: `${out}_rest` },
        ];
        const distribution = bell ? { normal: { mean: 0, std: 1 } } : { uniform: { low: 0, high: 1 } };
        const trial = twice({ ops, dtype, shape, distribution });
        const expected = trial.statement({})!;
        const rests = { x_rest: { above: 7.4, below: 7.6 }, y_rest: { above: 7.4, below: 7.6 } };
        return {
          ...trial,
          observe: [...trial.observe, 'x_rest', 'y_rest'],
          statement: () => ({ ...expected, names: { ...expected.names, ...rests } }),
        };
      }),
    ),
};
