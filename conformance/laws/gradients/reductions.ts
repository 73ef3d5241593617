import fc from 'fast-check';
import { volume } from '../../arbitraries/shape.ts';
import type { Literal } from '../../values/case.ts';
import type { Law } from '../law.ts';
import { againstDifferences } from './differences.ts';
import { distinct, given, small, some } from './operands.ts';
import { one, type Program } from './program.ts';
import { type Dims, dimsOf, reduced } from './reduced.ts';

const ops = ['sum', 'mean', 'var', 'std', 'max', 'min', 'cumsum'] as const;

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
  },
  (precision) =>
    fc
      .tuple(fc.constantFrom(...ops), small(6))
      .chain(([op, shape]) =>
        fc.tuple(distinct(precision, shape), fc.constant(op), dimsOf(shape), some(fc.boolean()), divisor),
      )
      .map((drawn): Program | undefined => program(...drawn))
      .filter((p) => p !== undefined),
);

function program(
  x: Program['inputs'][string],
  op: (typeof ops)[number],
  dims: Dims,
  keepdim: boolean | undefined,
  by: Readonly<Record<string, Literal>>,
): Program | undefined {
  const { shape } = x;
  const first = [dims ?? -1].flat()[0] ?? 0;
  if (op === 'cumsum') return one({ op, inputs: { x }, with: { dim: first }, shape });
  if (op === 'max' || op === 'min') {
    if (dims === undefined) return one({ op, inputs: { x }, shape: [] });
    const whole = one({
      op,
      inputs: { x },
      with: given<Literal>({ dim: first, keepdim }),
      shape: reduced(shape, first, keepdim),
    });
    return { ...whole, steps: [{ ...whole.steps[0]!, out: ['y', null] }] };
  }
  const spread = op === 'var' || op === 'std';
  const kept = dims === undefined ? undefined : keepdim;
  const options = given<Literal>({ dim: dims, keepdim: kept, ...(spread ? by : {}) });
  const result = reduced(shape, dims, kept);
  // One element has no spread.
  return spread && volume(shape) < 2 * volume(result)
    ? undefined
    : one({ op, inputs: { x }, with: options, shape: result });
}
