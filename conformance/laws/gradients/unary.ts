import fc from 'fast-check';
import { unary as isUnary } from '../../pages/families.ts';
import { pages } from '../../pages/pages.gen.ts';
import { hasTrait } from '../../pages/traits.ts';
import { every } from '../family.ts';
import type { Law } from '../law.ts';
import { againstDifferences } from './differences.ts';
import { halves, operand, optionsOf, small } from './operands.ts';
import type { Precision } from './precision.ts';
import { one, type Program } from './program.ts';

const ops = every(isUnary, { to: 'it goes from one dtype to another, by a program of its own' });

/** What is flat between its jumps has them elsewhere by an option. */
const where = (op: string): ReturnType<typeof optionsOf> =>
  hasTrait(pages[op]!, 'flat') ? fc.constant({}) : optionsOf(op);

/** From float32, which holds these numbers and their neighbours; the gradient goes back to it. */
const converted = (precision: Precision): fc.Arbitrary<Program> =>
  small().chain((shape) =>
    halves({ ...precision, dtype: 'float32' }, shape).map((x) =>
      one({ op: 'to', inputs: { x }, with: { dtype: precision.dtype }, shape }),
    ),
  );

/** Element by element, one operand. */
export const unary: Law = againstDifferences(
  {
    id: 'gradients/unary',
    title: 'the gradient of an elementwise op of one operand is its numeric derivative',
    clauses: ['exp.C4', 'log.C3', 'neg.C3', 'relu.C4', 'sign.C3'],
    families: [ops],
  },
  (precision) =>
    fc.oneof(
      {
        weight: ops.ops.length,
        arbitrary: fc
          .tuple(ops.any, small())
          .chain(([op, shape]) => fc.tuple(fc.constant(op), operand(precision, op, 0, shape), where(op)))
          .map(([op, x, options]) => one({ op, inputs: { x }, with: options, shape: x.shape })),
      },
      { weight: 1, arbitrary: converted(precision) },
    ),
);
