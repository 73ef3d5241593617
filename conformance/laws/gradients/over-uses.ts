import fc from 'fast-check';
import type { OpStep } from '../../values/case.ts';
import type { Law, Trial } from '../law.ts';
import { again } from './chain.ts';
import { finest } from './precision.ts';
import { backward, partGradients, sumOfParts, twoChains } from './two-chains.ts';

/**
 * y = f(x) ∘ g(x), and f(xf) and g(xg) alone, each with the cotangent that ∘ gives it; g may be f, the very same
 * value.
 */
export const overUses: Law = {
  id: 'gradients/over-uses',
  title: 'a value that is used twice receives the sum of what comes back from its uses',
  clauses: ['autograd.C5', 'add.C5', 'mul.C5'],
  trials: (lab) =>
    finest(lab, (precision) =>
      fc
        .tuple(twoChains(precision, true), fc.constantFrom(...uses), fc.boolean())
        .map(([{ f, g, apart, inputs }, { op, cotangents }, once]): Trial => {
          const second = once ? again(f, 'xg', '_3') : apart.g;
          return {
            inputs,
            ops: [
              ...f.steps,
              ...(once ? [] : g.steps),
              { op, in: [f.out, once ? f.out : g.out], out: 'y' },
              backward('y', 'c'),
              ...apart.f.steps,
              ...second.steps,
              ...cotangents(apart.f.out, second.out),
              backward(apart.f.out, 'first'),
              backward(second.out, 'second'),
            ],
            observe: partGradients,
            statement: (seen) => sumOfParts(seen, precision),
          };
        }),
    ),
};

interface Use {
  readonly op: string;
  /** `first` and `second`, what the operands receive. */
  readonly cotangents: (a: string, b: string) => readonly OpStep[];
}

const uses: readonly Use[] = [
  {
    op: 'sub',
    cotangents: () => [
      { op: 'mul', in: ['c2', 1], out: 'first' },
      { op: 'neg', in: ['c2'], out: 'second' },
    ],
  },
  {
    op: 'mul',
    cotangents: (a, b) => [
      { op: 'detach', in: [a], out: 'left' },
      { op: 'detach', in: [b], out: 'right' },
      { op: 'mul', in: ['c2', 'right'], out: 'first' },
      { op: 'mul', in: ['c2', 'left'], out: 'second' },
    ],
  },
];
