import { suggestion } from '../load/nearest.ts';
import { pageOf } from '../pages/page-of.ts';
import type { Case, Expected, OpStep, Step } from '../values/case.ts';
import { bodyOf } from '../values/steps.ts';
import { atCase, type Lint } from './lint.ts';
import { opsOf } from './ops.ts';

const errorsOf = (expected: Expected): readonly (readonly number[])[] => [
  ...(expected.error === undefined ? [] : [[expected.error.op].flat()]),
  ...(expected.either ?? []).flatMap(errorsOf),
];

const stepAt = (steps: readonly Step[], [first, ...rest]: readonly number[]): Step | undefined => {
  const step = steps[first!];
  if (step === undefined || rest.length === 0 || 'op' in step) return step;
  return stepAt(bodyOf(step), rest);
};

/** The ops that are expected to raise, or were by an older PyTorch, under the name of its page: `add_` controls `add` and the other way round. */
const raising = (one: Case): readonly string[] =>
  [one.expected, ...one.earlier.map(({ expected }) => expected)]
    .flatMap(errorsOf)
    .map((place) => pageName((stepAt(one.ops, place) as OpStep).op));

const pageName = (op: string): string => pageOf(op)?.page.name ?? op;

/** Every error case names a control that exists, uses the op that raises, and expects no error itself. */
export const controls: Lint = {
  name: 'controls',
  run: ({ cases }) => {
    const byId = new Map(cases.map((one) => [one.id, one]));
    return cases.flatMap((one) => {
      const raised = raising(one);
      if (one.control === undefined) return raised.length > 0 ? [atCase(one, 'missing a control')] : [];
      if (raised.length === 0) return [atCase(one, 'expects no error; expected no control', 'control')];
      const control = byId.get(one.control);
      if (control === undefined)
        return [atCase(one, `${one.control} does not exist${suggestion(one.control, byId.keys())}`, 'control')];
      if (raising(control).length > 0)
        return [atCase(one, `${one.control} expects an error itself; expected a case that succeeds`, 'control')];
      const used = new Set(opsOf(control.ops).map(pageName));
      return raised
        .filter((op) => !used.has(op))
        .map((op) => atCase(one, `${one.control} does not use ${op}, the op that raises here`, 'control'));
    });
  },
};
