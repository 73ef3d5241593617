import fc from 'fast-check';
import type { Step } from '../../values/case.ts';
import { floatLiteral } from '../../values/decimal.ts';
import type { Law } from '../law.ts';
import { wideFloat } from '../offered.ts';
import { sampleShape, twice } from './large-draw.ts';

const parameters = fc.constantFrom(
  { mean: 0, std: 1 },
  { mean: 0, std: 0.01 },
  { mean: -3, std: 2 },
  { mean: 50, std: 0.5 },
  { mean: 0.25, std: 10 },
);

/** What `sample.ts` says of false alarms and power holds here. */
export const normal: Law = {
  id: 'random/normal',
  title:
    'randn, normal and normal_ have the mean and the standard deviation that they are given, and the form of a bell',
  clauses: ['randn.C1', 'normal.C1', 'normal_.C1', 'random.C9', 'random.C11'],
  trials: (lab) =>
    wideFloat(lab, (dtype) =>
      fc
        .tuple(fc.constantFrom('randn', 'normal', 'normal_'), sampleShape, parameters)
        // With two numbers, normal has no dtype but float32.
        .filter(([op]) => op !== 'normal' || dtype === 'float32')
        .map(([op, shape, { mean, std }]) => {
          const size = [...shape];
          const ops = (out: string): readonly Step[] => {
            if (op === 'randn') return [{ op, with: { size, dtype }, out }];
            if (op === 'normal') return [{ op, in: [floatLiteral(mean), floatLiteral(std)], with: { size }, out }];
            return [
              { op: 'zeros', with: { size, dtype }, out },
              { op, in: [out], with: { mean, std } },
            ];
          };
          return twice({
            ops,
            dtype,
            shape,
            distribution: { normal: op === 'randn' ? { mean: 0, std: 1 } : { mean, std } },
          });
        }),
    ),
};
