import fc from 'fast-check';
import type { Law } from '../law.ts';
import { againstDifferences } from './differences.ts';
import { halves, operand, small } from './operands.ts';
import { one } from './program.ts';

const ops = ['abs', 'clone', 'contiguous', 'exp', 'log', 'neg', 'relu', 'sigmoid', 'sign', 'sqrt', 'to'] as const;

/** Element by element, one operand. */
export const unary: Law = againstDifferences(
  {
    id: 'gradients/unary',
    title: 'the gradient of an elementwise op of one operand is its numeric derivative',
    clauses: ['exp.C4', 'log.C3', 'neg.C3', 'relu.C4', 'sign.C3'],
  },
  (precision) =>
    fc.tuple(fc.constantFrom(...ops), small()).chain(([op, shape]) => {
      if (op !== 'to') return operand(precision, op, 'input', shape).map((x) => one({ op, inputs: { x }, shape }));
      // From float32, which holds these numbers and their neighbours; the gradient goes back to it.
      const options = { dtype: precision.dtype };
      return halves({ ...precision, dtype: 'float32' }, shape).map((x) =>
        one({ op, inputs: { x }, with: options, shape }),
      );
    }),
);
