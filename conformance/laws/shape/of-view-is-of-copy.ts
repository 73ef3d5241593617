/** An op gives of a view what it gives of a tensor that was made of the same elements. */
import fc from 'fast-check';
import type { Shape } from '../../arbitraries/shape.ts';
import type { TensorValue } from '../../values/case.ts';
import { all, derived } from '../claims.ts';
import type { Law, Trial } from '../law.ts';
import { anyDtype, wideNumeric } from '../offered.ts';
import { showing } from './places.ts';
import { converted } from './uses/converted.ts';
import { elementwise } from './uses/elementwise.ts';
import { multiplied } from './uses/multiplied.ts';
import { rearranged } from './uses/rearranged.ts';
import { reduced } from './uses/reduced.ts';
import { filled, type Use, type Uses } from './uses/use.ts';
import { type View, view } from './views.ts';

const trialOf = (view: View, x: TensorValue, { steps, results = [''], inputs = {} }: Use): Trial => {
  const { dtype, shape, data } = showing(x, view.shape, view.places) as Required<ReturnType<typeof showing>>;
  const due = steps('copy', 'due');
  const names = (out: string): string[] => results.map((result) => out + result);
  return {
    inputs: { x, copy: { dtype, shape, data }, ...inputs },
    ops: [...due, { ...view.op, in: ['x'], out: 'view' }, ...steps('view', 'seen')],
    // What is refused of any tensor is nothing about views.
    mayRaise: due.length,
    observe: [...names('seen'), ...names('due')],
    statement: (seen) => all(Object.fromEntries(results.map((one) => [`seen${one}`, derived(seen[`due${one}`]!)]))),
  };
};

interface Kind {
  readonly name: string;
  readonly what: string;
  readonly clauses: readonly string[];
  readonly drawn: typeof anyDtype;
  readonly uses: Uses;
  readonly fits?: (of: Shape) => boolean;
}

const lawOf = ({ name, what, clauses, drawn, uses, fits }: Kind): Law => ({
  id: `shape/${name}-of-view-is-of-copy`,
  title: `${what} of a view is that of a new tensor with the same elements`,
  clauses,
  families: uses.families,
  trials: (lab) =>
    drawn(lab, (dtype) =>
      view(fits).chain((one) =>
        fc.tuple(filled(dtype, one.from), uses.draw(dtype, one.shape, lab)).map(([x, use]) => trialOf(one, x, use)),
      ),
    ),
});

export const ofViewIsOfCopy: readonly Law[] = [
  lawOf({
    name: 'arithmetic',
    what: 'the elementwise result',
    clauses: ['views.C6', 'add.C1', 'copy_.C2'],
    drawn: wideNumeric,
    uses: elementwise,
  }),
  lawOf({
    name: 'conversion',
    what: 'the conversion to another dtype',
    clauses: ['to.C1', 'to.C2', 'to.C3', 'to.C4'],
    drawn: anyDtype,
    uses: converted,
  }),
  lawOf({
    name: 'reduction',
    what: 'the reduction',
    clauses: ['sum.C1', 'max.C1', 'cumsum.C1'],
    drawn: wideNumeric,
    uses: reduced,
  }),
  lawOf({
    name: 'product',
    what: 'the product',
    clauses: ['matmul.C1', 'mm.C1', 'mv.C1', 'dot.C1'],
    drawn: wideNumeric,
    uses: multiplied,
    fits: (of) => of.length > 0,
  }),
  lawOf({
    name: 'rearrangement',
    what: 'the rearrangement',
    clauses: ['reshape.C1', 'flatten.C1', 'cat.C1', 'stack.C1', 'getitem.C1'],
    drawn: anyDtype,
    uses: rearranged,
  }),
];
