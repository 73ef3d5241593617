/** Modules that have parameters: one of each, small, with every axis of its weights as long as the next one, so that no shape tells a turned one. */
import type { Literal } from '../../values/case.ts';
import type { Options, Shape } from '../call.ts';
import type { Program } from '../program.ts';

/** A module as it is made, which sizes its parameters have in their order, and what it is called with and gives. */
export interface Sample {
  readonly make: (program: Program, name: string) => void;
  readonly parameters: readonly (readonly [path: string, shape: Shape])[];
  readonly input: Shape;
  readonly output: Shape;
}

const one =
  (op: string, options: Options): Sample['make'] =>
  (program, name) => {
    program.step(op, [], name, options);
  };

const LINEAR = { in_features: 3, out_features: 3 };

export const SAMPLES: Readonly<Record<string, Sample>> = {
  'nn.Linear': {
    make: one('nn.Linear', LINEAR),
    parameters: [
      ['weight', [3, 3]],
      ['bias', [3]],
    ],
    input: [3, 3],
    output: [3, 3],
  },
  'nn.Conv2d': {
    make: one('nn.Conv2d', { in_channels: 2, out_channels: 2, kernel_size: 2 }),
    parameters: [
      ['weight', [2, 2, 2, 2]],
      ['bias', [2]],
    ],
    input: [1, 2, 3, 2],
    output: [1, 2, 2, 1],
  },
  'nn.PReLU': {
    make: one('nn.PReLU', { num_parameters: 3 }),
    parameters: [['weight', [3]]],
    input: [2, 3],
    output: [2, 3],
  },
  'nn.Sequential': {
    make: (program, name) => {
      const parts: Literal[] = [`first_${name}`, `slopes_${name}`, `last_${name}`];
      one('nn.Linear', LINEAR)(program, `first_${name}`);
      one('nn.PReLU', { num_parameters: 3 })(program, `slopes_${name}`);
      one('nn.Linear', LINEAR)(program, `last_${name}`);
      program.step('nn.Sequential', parts, name);
    },
    parameters: [
      ['0.weight', [3, 3]],
      ['0.bias', [3]],
      ['1.weight', [3]],
      ['2.weight', [3, 3]],
      ['2.bias', [3]],
    ],
    input: [2, 3],
    output: [2, 3],
  },
};
