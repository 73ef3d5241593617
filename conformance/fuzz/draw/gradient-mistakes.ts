import type { ErrorKind, OpStep } from '../../values/case.ts';
import type { Blunder } from './blunder.ts';
import type { Draft } from './draft.ts';
import { type Recorded, record, type Value } from './record.ts';
import type { Word } from './vocabulary.ts';

/** What may not be done with a leaf, or with what has no gradient. */
const misuses: readonly ((draft: Draft, leaf: string, constant: string) => ErrorKind)[] = [
  (draft, _, constant) => {
    draft.step('backward', [constant], {});
    return 'no_grad_graph';
  },
  (draft, leaf) => {
    const y = draft.result();
    draft.step('exp', [leaf], {}, y);
    draft.step('backward', [y], {});
    return 'non_scalar_backward';
  },
  (draft, leaf, constant) => {
    draft.step('add_', [leaf, constant], {});
    return 'leaf_inplace';
  },
];

const ofLeaf: Blunder = (draft) => {
  const { dice } = draft;
  const dtype = draft.dtype('floating');
  if (dtype === undefined) return undefined;
  const leaf = draft.given([2], dtype, [1, 2]);
  draft.inputs[leaf.name] = { ...draft.inputs[leaf.name]!, requires_grad: true };
  const constant = draft.given([2], dtype, [3, 4]);
  return dice.pick(misuses)(draft, leaf.name, constant.name);
};

const isSaving = ({ page }: Word): boolean => Object.keys(page.saves ?? {}).length > 0;

/** Whether a value is saved and may be written to: what stands for int64 is handed to nothing else. */
const mayChange = (draft: Draft, { name, saved }: Value): boolean => saved && !draft.unobserved.has(name);

/** A call of any op that saves something, and its backward pass after what `spoils` adds to the program. */
const ofSaved =
  (kind: ErrorKind, spoils: (draft: Draft, back: OpStep, call: Recorded) => void): Blunder =>
  (draft, words) => {
    const word = draft.dice.some(words.filter(isSaving));
    const call = word && record(draft, word);
    if (!call?.values.some((value) => mayChange(draft, value))) return undefined;
    const total = draft.result();
    draft.step('sum', [call.result.name], {}, total);
    const back: OpStep = { op: 'backward', in: [total] };
    spoils(draft, back, call);
    draft.body.push(back);
    return kind;
  };

const backTwice = ofSaved('graph_freed', (draft, back) => void draft.body.push(back));

const changed = ofSaved('saved_tensor_modified', (draft, _, { values }) => {
  const { name } = draft.dice.pick(values.filter((value) => mayChange(draft, value)));
  draft.body.push({ no_grad: [{ op: 'zero_', in: [name] }] });
});

/** Misuses a gradient: each kind of error as often as the others. */
export const gradient: Blunder = (draft, words) =>
  draft.mood.gradients
    ? draft.dice.weighted<Blunder>([misuses.length, ofLeaf], [1, backTwice], [1, changed])(draft, words)
    : undefined;
