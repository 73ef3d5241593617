import type { ErrorKind } from '../../values/case.ts';
import type { Blunder } from './blunder.ts';
import type { Draft } from './draft.ts';

/** What a program with gradients may not do. */
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
  (draft, leaf) => {
    const [y, s] = [draft.result(), draft.result()];
    draft.step('exp', [leaf], {}, y);
    draft.step('sum', [y], {}, s);
    draft.step('backward', [s], {});
    draft.step('backward', [s], {});
    return 'graph_freed';
  },
  (draft, leaf) => {
    const [y, s] = [draft.result(), draft.result()];
    draft.step('exp', [leaf], {}, y);
    draft.step('mul_', [y, 2], {});
    draft.step('sum', [y], {}, s);
    draft.step('backward', [s], {});
    return 'saved_tensor_modified';
  },
];

/** Misuses a leaf, or what has no gradient. */
export const gradient: Blunder = (draft) => {
  const { dice } = draft;
  const dtype = draft.dtype('floats');
  if (dtype === undefined || !draft.mood.gradients) return undefined;
  const leaf = draft.given([2], dtype, [1, 2]);
  draft.inputs[leaf.name] = { ...draft.inputs[leaf.name]!, requires_grad: true };
  const constant = draft.given([2], dtype, [3, 4]);
  return dice.pick(misuses)(draft, leaf.name, constant.name);
};
