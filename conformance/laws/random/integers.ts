import fc from 'fast-check';
import type { Step } from '../../values/case.ts';
import type { Law } from '../law.ts';
import { wideNumeric } from '../offered.ts';
import { SAMPLE, twice } from './large-draw.ts';

const ranges = fc.constantFrom([0, 2], [0, 10], [0, 64], [1, 7], [0, 100]);

/** What `large-draw.ts` says of false alarms and power holds here: an end that never comes is one of 100 or fewer. */
export const integers: Law = {
  id: 'random/integers',
  title: 'random_ gives each integer of the range that it is given, its ends among them, equally often',
  clauses: ['random_.C4', 'random.C13'],
  trials: (lab) =>
    wideNumeric(lab, (dtype) =>
      ranges.map(([low = 0, high = 2]) => {
        const ops = (out: string): readonly Step[] => [
          { op: 'zeros', with: { size: [SAMPLE], dtype }, out },
          { op: 'random_', in: [out], with: { from: low, to: high } },
        ];
        return twice({ ops, dtype, shape: [SAMPLE], distribution: { integers: { low, high } } });
      }),
    ),
};
