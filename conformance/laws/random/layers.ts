import fc from 'fast-check';
import type { Expected, OpStep } from '../../values/case.ts';
import type { Distribution } from '../../values/distribution.ts';
import type { Law } from '../law.ts';

interface Layer {
  readonly step: OpStep;
  readonly weight: readonly number[];
  readonly bias: readonly number[];
  /** How many numbers each output is computed from. */
  readonly fan: number;
}

const WIDE = 1000;

const linear = fc.constantFrom(1, 4, 16).map(
  (fan): Layer => ({
    step: { op: 'nn.Linear', with: { in_features: fan, out_features: WIDE } },
    weight: [WIDE, fan],
    bias: [WIDE],
    fan,
  }),
);
const conv2d = fc.constantFrom([1, 1], [1, 2], [2, 2]).map(
  ([height = 1, width = 1]): Layer => ({
    step: { op: 'nn.Conv2d', with: { in_channels: 4, out_channels: WIDE, kernel_size: [height, width] } },
    weight: [WIDE, 4, height, width],
    bias: [WIDE],
    fan: 4 * height * width,
  }),
);

/** A trial fails if both of its layers do; what the chapter says of 1,000 numbers is found. */
export const layers: Law = {
  id: 'random/layers',
  title: 'a layer starts with weights and a bias that are uniform over ±1/√f',
  clauses: ['nn.Linear.C3', 'nn.Conv2d.C2', 'random.C11'],
  trials: () =>
    fc.oneof(linear, conv2d).map(({ step, weight, bias, fan }) => {
      const end = 1 / Math.sqrt(fan);
      const distribution: Distribution = { uniform: { low: -end, high: end } };
      const of = (net: string): Expected => ({
        names: { [`${net}.weight`]: { shape: weight, distribution }, [`${net}.bias`]: { shape: bias, distribution } },
      });
      const expected: Expected = {
        names: { 'two.weight': { differs: 'one.weight' }, 'two.bias': { differs: 'one.bias' } },
        either: [of('one'), of('two')],
      };
      return {
        inputs: {},
        ops: [
          { ...step, out: 'one' },
          { ...step, out: 'two' },
        ],
        observe: ['one.weight', 'one.bias', 'two.weight', 'two.bias'],
        statement: () => expected,
      };
    }),
};
