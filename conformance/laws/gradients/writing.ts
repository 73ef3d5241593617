import fc from 'fast-check';
import type { Shape } from '../../arbitraries/shape.ts';
import type { Law } from '../law.ts';
import { againstDifferences } from './differences.ts';
import { operand, small } from './operands.ts';
import { gradientsOf, type Program } from './program.ts';
import { fitting } from './selection.ts';

const ops = ['add_', 'sub_', 'mul_', 'div_', 'pow_', 'exp_', 'copy_', 'fill_'] as const;

/** Into a copy of the leaf, as a leaf itself cannot be written to. */
export const writing: Law = againstDifferences(
  {
    id: 'gradients/writing',
    title: 'the gradients of an in-place op are its numeric derivatives, operand by operand',
    clauses: ['autograd.C12', 'autograd.C13', 'copy_.C4', 'fill_.C4', 'div.C5'],
  },
  (precision) =>
    fc
      .tuple(fc.constantFrom(...ops), small(4))
      .chain(([op, shape]) => fc.tuple(fc.constant(op), fc.constant(shape), otherOf(op, shape)))
      .chain(([op, shape, other]) => {
        const page = op === 'copy_' || op === 'fill_' ? op : op.slice(0, -1);
        const name = page === 'pow' ? 'exponent' : 'other';
        return fc
          .record({ x: operand(precision, page, 'input', shape), v: operand(precision, page, name, other) })
          .map(({ x, v }): Program => {
            const alone = op === 'exp_';
            return {
              inputs: alone ? { x } : { x, v },
              steps: [
                { op: 'clone', in: ['x'], out: 'z' },
                { op, in: alone ? ['z'] : ['z', 'v'], out: 'y' },
              ],
              out: 'y',
              shape,
              gradients: gradientsOf(alone ? ['x'] : ['x', 'v']),
            };
          });
      }),
);

const otherOf = (op: string, shape: Shape): fc.Arbitrary<Shape> =>
  op === 'fill_' ? fc.constant([]) : fitting({ shape, index: [], tensors: {} });
