import { pageOf } from '../pages/page-of.ts';
import type { Step } from '../values/case.ts';
import { bodyOf } from '../values/steps.ts';
import type { Lint } from './lint.ts';

/** The names of all ops in steps, blocks included. */
export const opsOf = (steps: readonly Step[]): string[] =>
  steps.flatMap((step) => ('op' in step ? [step.op] : opsOf(bodyOf(step))));

/** Every page is of an op that some case uses, and so is every in-place form. */
export const ops: Lint = {
  name: 'ops',
  run: ({ cases, spec }) => {
    const used = new Set(cases.flatMap((one) => opsOf(one.ops)));
    return spec
      .filter(({ kind }) => kind === 'op')
      .flatMap(({ name, file }) =>
        [name, pageOf(name)?.page.inplace]
          .filter((op) => op !== undefined && !used.has(op))
          .map((op) => ({ file, path: '', message: `no case uses ${op}; expected at least one` })),
      );
  },
};
