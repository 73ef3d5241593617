/** Sizes at which a library goes over from one way of computing to another: the width of a vector, the edge of a tile, a workgroup. */
import type { Calls } from './call.ts';
import { gradients, leavesOf, values } from './drafts.ts';
import type { Form, Ladder } from './ladder.ts';
import { type Rung, rung } from './rung.ts';

const EDGES = [4, 8, 16, 32, 64, 128, 256, 1024, 4096];

/** Just below, at, and just past each. */
const ALL: readonly number[] = [...new Set(EDGES.flatMap((edge) => [edge - 1, edge, edge + 1]))];
const PAST: readonly number[] = EDGES.map((edge) => edge + 1);
/** Just past every other one, and just below or at those between; no multiple of the period, which makes all rows alike. */
const SOME: readonly number[] = [5, 8, 17, 32, 65, 127, 257, 1024, 4097];
const FEW: readonly number[] = [5, 33, 129, 1025];

/** Ops that add up what they have rounded, and what that is; the others' terms add up exactly. */
export const ROUNDED: Readonly<Record<string, string>> = {
  softmax: 'exponentials',
  log_softmax: 'exponentials',
  softmin: 'exponentials',
  cross_entropy: 'exponentials',
  binary_cross_entropy: 'logarithms',
  var: 'distances from a rounded mean',
  std: 'distances from a rounded mean',
};
/** So many rounded terms may be added up in any order, and no tolerance has to tell. */
const FEW_TERMS = 257;

const callsAt = (form: Form, sizes: readonly number[], upTo = form.upTo ?? Infinity): Calls =>
  Object.fromEntries(
    sizes
      .filter((n) => n <= upTo)
      .map((n) => {
        const call = form.at(n);
        const addsUp = call.op in ROUNDED && call.options?.reduction !== 'none';
        return [`_${n}`, addsUp && n > FEW_TERMS ? { ...call, terms: n } : call];
      }),
  );

/** All forms of an op, or of its in-place form: the first at more sizes than the others, the op at more than its in-place form. */
export const sizesOf = ({ sizes = [] }: Ladder, op: string, inPlace: boolean): readonly Rung[] =>
  sizes.flatMap((form, k): Rung[] => {
    const [many, some] = k > 0 ? [SOME, FEW] : inPlace ? [PAST, FEW] : [ALL, PAST];
    const any = `any number of ${form.many}`;
    const all = rung(op, 'C1', 'sizes', form.id, `\`${op}\` is right for ${any}`, values(callsAt(form, many)));
    if (leavesOf(form.at(8)).length === 0) return [all];
    const upTo = form.gradientsUpTo ?? form.upTo;
    const says = `the gradient of \`${op}\` is right for ${any}`;
    return [all, rung(op, 'C1', 'gradient-sizes', form.id, says, gradients(callsAt(form, some, upTo)))];
  });
