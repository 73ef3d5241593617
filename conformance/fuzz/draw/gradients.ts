import { volume } from '../../arbitraries/shape.ts';
import { isFloat } from '../../values/dtypes.ts';
import type { Draft } from './draft.ts';
import type { Known } from './known.ts';

/** One element or none: what `backward` takes without a gradient has exactly one. */
const ready = ({ shape }: Known): boolean => volume(shape) === 1;

/** The results from which gradients can go back, the last one first. */
export const sources = (draft: Draft): readonly Known[] =>
  draft.known.filter(({ grad, leaf, dtype }) => grad && !leaf && isFloat(dtype)).reverse();

const options = (draft: Draft, names: readonly string[]): Record<string, boolean> =>
  Object.fromEntries(names.filter(() => draft.dice.chance(0.15)).map((name) => [name, true]));

/** `backward` from one of the results: as it is, weighted, or through its sum. */
const backward = (draft: Draft, y: Known, more: Record<string, boolean>): void => {
  const { dice } = draft;
  if (ready(y) && dice.chance(0.8)) {
    draft.step('backward', [y.name], more);
    return;
  }
  if (dice.chance(0.5)) {
    const g = draft.input(y.shape, y.dtype, { constant: true });
    // PyTorch may keep the gradient that it was given as a leaf's own, and add to it later.
    draft.unobserved.add(g.name);
    draft.step('backward', [y.name, g.name], more);
    return;
  }
  const s = draft.result();
  draft.step('sum', [y.name], {}, s);
  draft.observed.push(s);
  draft.step('backward', [s], more);
};

const leaves = (draft: Draft): readonly Known[] =>
  draft.known.filter(({ grad, leaf, name }) => grad && leaf && name in draft.inputs);

/** A gradient of a gradient: the first one as a recorded value, and `backward` from what is made of it. */
const second = (draft: Draft, y: Known, x: Known): void => {
  const [g, s, e, t] = [draft.result(), draft.result(), draft.result(), draft.result()];
  draft.step('sum', [y.name], {}, s);
  draft.step('autograd.grad', [s, [x.name]], { create_graph: true }, [g]);
  draft.step('mul', [g, x.name], {}, e);
  draft.step('sum', [e], {}, t);
  draft.step('backward', [t], {});
  draft.observed.push(s);
};

/** Ends a program by asking for gradients, and looks at those of the leaves. */
export const differentiate = (draft: Draft): void => {
  const { dice } = draft;
  const [last, ...others] = sources(draft);
  if (last === undefined) return;
  const y = others.length > 0 && dice.chance(0.3) ? dice.pick(others) : last;
  const xs = leaves(draft);
  if (xs.length > 0 && dice.chance(0.1)) second(draft, y, dice.pick(xs));
  else {
    const again = dice.chance(0.15);
    backward(draft, y, again ? { retain_graph: true } : options(draft, ['retain_graph', 'create_graph']));
    if (again) backward(draft, dice.chance(0.7) ? y : dice.pick([last, ...others]), {});
  }
  draft.observed.push(...xs.map(({ name }) => `${name}.grad`));
};
