import { drawn } from '../../fuzz/draw/arbitrary.ts';
import type { Dice } from '../../fuzz/draw/dice.ts';
import { Draft } from '../../fuzz/draw/draft.ts';
import { type Recorded, record, type Value } from '../../fuzz/draw/record.ts';
import { vocabulary } from '../../fuzz/draw/vocabulary.ts';
import type { Dtype, OpStep, Step } from '../../values/case.ts';
import { raises, together } from '../claims.ts';
import type { Lab, Law, Trial } from '../law.ts';
import { agrees, finest, type Precision } from './precision.ts';
import { renamed } from './program.ts';

/** What a page says of its backward pass is what a program can find out: by writing to a value before it. */
export const changedSaved: Law = {
  id: 'gradients/changed-saved-raises',
  title: 'a value that the backward pass reads, by the page of its op, raises where it was changed in place before',
  clauses: ['autograd.C14', 'errors.C9'],
  trials: (lab) =>
    trialsOf(lab, true, ({ inputs, forward, change, back }) => {
      const ops = [...forward, ...change, ...back];
      const at = ops.length - 1;
      return { inputs, ops, observe: [], mayRaise: at, statement: () => raises('saved_tensor_modified', at) };
    }),
};

export const changedUnsaved: Law = {
  id: 'gradients/changed-unsaved-is-free',
  title: 'a value that the backward pass does not read, by the page of its op, may be changed in place before',
  clauses: ['autograd.C14'],
  trials: (lab) =>
    trialsOf(lab, false, ({ inputs, forward, change, back }, precision) => {
      const again = (name: string): string => `${name}_again`;
      const leaves = Object.keys(inputs).filter((name) => inputs[name]!.requires_grad);
      return {
        inputs: { ...inputs, ...Object.fromEntries(Object.entries(inputs).map(([k, value]) => [again(k), value])) },
        ops: [...forward, ...change, ...back, ...renamed([...forward, ...back], again)],
        observe: leaves.flatMap((name) => [`${name}.grad`, `${again(name)}.grad`]),
        mayRaise: forward.length + change.length,
        statement: (seen) =>
          together(
            Object.fromEntries(leaves.map((name) => [`${name}.grad`, agrees(seen[`${again(name)}.grad`], precision)])),
          ),
      };
    }),
};

interface Changed {
  readonly inputs: Trial['inputs'];
  readonly forward: readonly OpStep[];
  /** Writes to one value. */
  readonly change: readonly Step[];
  readonly back: readonly OpStep[];
}

const words = vocabulary().filter(({ page }) => page.differentiable.length > 0);

const trialsOf = (
  lab: Lab,
  saved: boolean,
  trial: (changed: Changed, precision: Precision) => Trial,
): ReturnType<Law['trials']> =>
  finest(lab, (precision) => {
    const whole = lab.dtypes.filter((dtype) => dtype === 'bool' || dtype === 'int64');
    return drawn((dice) => trial(changed(dice, new Set([precision.dtype, ...whole]), saved), precision));
  });

/** A call of some op, one of whose values is changed that is saved, or one that is not. */
const changed = (dice: Dice, dtypes: ReadonlySet<Dtype>, saved: boolean): Changed => {
  const mood = { dtypes, places: dtypes.has('int64'), without: new Set<string>(), gradients: true, special: false };
  for (;;) {
    const draft = new Draft(dice, mood);
    const call = record(draft, dice.pick(words));
    const values = call?.values.filter((value) => value.saved === saved) ?? [];
    if (call !== undefined && values.length > 0) return changing(draft, call, dice.pick(values));
  }
};

const changing = ({ inputs, steps }: Draft, { result }: Recorded, { name }: Value): Changed => ({
  inputs,
  forward: [...(steps as OpStep[]), { op: 'sum', in: [result.name], out: 'total' }],
  change: [{ no_grad: [{ op: 'zero_', in: [name] }] }],
  back: [{ op: 'backward', in: ['total'] }],
});
