import fc from 'fast-check';
import type { Law } from '../law.ts';
import { wideFloat } from '../offered.ts';
import { type Sample, sampleShape, twice } from './large-draw.ts';

const intervals = fc.constantFrom([0, 1], [-2, 5], [10, 20], [-0.5, 0.5], [100, 100.5]);

/** What `sample.ts` says of false alarms and power holds here. */
export const uniform: Law = {
  id: 'random/uniform',
  title: 'rand spreads evenly over [0, 1) and uniform_ over the interval that it is given',
  clauses: ['rand.C1', 'uniform_.C1', 'random.C11'],
  trials: (lab) =>
    wideFloat(lab, (dtype) =>
      fc.tuple(fc.boolean(), sampleShape, intervals).map(([drawn, shape, [low = 0, high = 1]]) => {
        const size = [...shape];
        const unit: Sample = {
          ops: (out) => [{ op: 'rand', with: { size, dtype }, out }],
          dtype,
          shape,
          distribution: { uniform: { low: 0, high: 1 } },
          below: 1,
        };
        const written: Sample = {
          ops: (out) => [
            { op: 'zeros', with: { size, dtype }, out },
            { op: 'uniform_', in: [out], with: { from: low, to: high } },
          ],
          dtype,
          shape,
          distribution: { uniform: { low, high } },
        };
        return twice(drawn ? unit : written);
      }),
    ),
};
