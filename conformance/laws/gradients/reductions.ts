import fc from 'fast-check';
import { volume } from '../../arbitraries/shape.ts';
import {
  both,
  differentiable,
  either,
  goesAlong,
  linear,
  needsDim,
  reduces,
  takesSeveralAxes,
} from '../../pages/families.ts';
import { pages } from '../../pages/pages.gen.ts';
import { resultsGiven } from '../../pages/results.ts';
import type { Literal } from '../../values/case.ts';
import { every } from '../family.ts';
import type { Law } from '../law.ts';
import { againstDifferences } from './differences.ts';
import { boundsOf, distinct, given, operand, optionsOf, small, some } from './operands.ts';
import { one, type Program } from './program.ts';
import { type Dims, dimsOf, reduced } from './reduced.ts';

const ops = every(both(differentiable, either(reduces, both(goesAlong, linear))), {
  norm: 'its orders are asked for by a law of their own',
});

/** What var and std say of their divisor: nothing, or one of two words. */
const divisor: fc.Arbitrary<Readonly<Record<string, Literal>>> = fc.oneof(
  fc.constant({}),
  fc.boolean().map((unbiased) => ({ unbiased })),
  fc.constantFrom<Literal>(0, 1, 0.5, -1).map((correction) => ({ correction })),
);

/** Distinct elements: max and min have no ties, and std no 0 to divide by. */
export const reductions: Law = againstDifferences(
  {
    id: 'gradients/reductions',
    title: 'the gradient of a reduction is its numeric derivative, whatever is reduced',
    clauses: ['reductions.C8', 'sum.C5', 'var.C6', 'max.C6', 'min.C6', 'cumsum.C5'],
    families: [ops],
  },
  (precision) =>
    fc
      .tuple(ops.any, fc.oneof(small(6), small(6, { minRank: 2 })))
      .chain(([op, shape]) => {
        const x = boundsOf(op, 0) === undefined ? distinct(precision, shape) : operand(precision, op, 0, shape);
        const others = 'correction' in pages[op]!.options ? divisor : optionsOf(op);
        return fc.tuple(x, fc.constant(op), dimsOf(shape), some(fc.boolean()), others);
      })
      .map((drawn): Program | undefined => program(...drawn))
      .filter((p) => p !== undefined),
);

function program(
  x: Program['inputs'][string],
  op: string,
  dims: Dims,
  keepdim: boolean | undefined,
  others: Readonly<Record<string, Literal>>,
): Program | undefined {
  const { shape } = x;
  const page = pages[op]!;
  const first = [dims ?? -1].flat()[0] ?? 0;
  if (!reduces(page)) return one({ op, inputs: { x }, with: { dim: first, ...others }, shape });
  const dim = dims === undefined ? (needsDim(page) ? first : dims) : takesSeveralAxes(page) ? dims : first;
  const kept = dim === undefined ? undefined : keepdim;
  const spread = 'correction' in page.options;
  const options = given<Literal>({ dim, keepdim: kept, ...others });
  const result = reduced(shape, dim, kept);
  // One element has no spread.
  if (spread && volume(shape) < 2 * volume(result)) return undefined;
  const whole = one({ op, inputs: { x }, with: options, shape: result });
  const several = resultsGiven(page, Object.keys(options)).length > 1;
  return several ? { ...whole, steps: [{ ...whole.steps[0]!, out: ['y', null] }] } : whole;
}
