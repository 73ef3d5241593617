/** Where the result of a case depends on what a library may choose: the case as it is by each choice, said in ops of PyTorch. */

import { pages } from '../../../pages/pages.gen.ts';
import type { Case, Step } from '../../../values/case.ts';
import { around, bodyOf } from '../../../values/steps.ts';
import type { Choice, Floats, Point } from './choice.ts';
import { points } from './points.ts';
import { rewritten } from './rewritten.ts';

/** Modules that are one op, as that op. */
const modules: Readonly<Record<string, string>> = { 'nn.ReLU': 'relu' };

const plainly = (steps: readonly Step[], made: Map<string, string> = new Map()): readonly Step[] =>
  steps.map((step): Step => {
    if (!('op' in step)) return around(step, plainly(bodyOf(step), made));
    const op = modules[step.op];
    if (op !== undefined && typeof step.out === 'string') made.set(step.out, op);
    const [self, ...rest] = step.in ?? [];
    const called = step.op === 'call' && typeof self === 'string' ? made.get(self) : undefined;
    return called === undefined ? step : { ...step, op: called, in: rest };
  });

/** The choice of a variance that is divided by n, which is an option of PyTorch. */
const biased = (op: string): Point => ({
  at: (step) => step.op === op && step.with?.unbiased === undefined && step.with?.correction === undefined,
  probe: () => ({ inputs: {}, ops: [], observe: [] }),
  choices: [
    {
      id: 'biased-variance',
      steps: (step, to) => {
        to.steps.push({ ...step, with: { ...step.with, correction: 0 } });
      },
    },
  ],
});

export interface CaseByChoice {
  readonly choice: Choice;
  readonly ops: readonly Step[];
}

const all: readonly Point[] = [...points, biased('var'), biased('std')];

/** The case by each choice that an op of it has, whether or not it comes to the point. */
export const byEachChoice = (one: Case, floats: Floats): readonly CaseByChoice[] => {
  const program = { inputs: one.inputs, ops: plainly(one.ops), observe: [] };
  return all.flatMap((point) =>
    point.choices.flatMap((choice) => {
      const { ops } = rewritten(program, point, choice, floats);
      return JSON.stringify(ops) === JSON.stringify(program.ops) ? [] : [{ choice, ops }];
    }),
  );
};

/** The ops, and the modules, at which a library may choose. */
export const conventionOps: ReadonlySet<string> = new Set([
  ...Object.keys(modules),
  ...Object.values(pages)
    .filter(({ conventions }) => conventions !== undefined)
    .map(({ name }) => name),
]);
