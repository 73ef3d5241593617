import fc from 'fast-check';
import type { Shape } from '../../arbitraries/shape.ts';
import { binary, either, overwrites, unary } from '../../pages/families.ts';
import { pageOf } from '../../pages/page-of.ts';
import { every, everyInPlace } from '../family.ts';
import type { Law } from '../law.ts';
import { againstDifferences } from './differences.ts';
import { operand, small } from './operands.ts';
import { gradientsOf, type Program } from './program.ts';
import { fitting } from './selection.ts';

const forms = everyInPlace(either(unary, binary));
const over = every(overwrites);

/** Into a copy of the leaf, as a leaf itself cannot be written to. */
export const writing: Law = againstDifferences(
  {
    id: 'gradients/writing',
    title: 'the gradients of an in-place op are its numeric derivatives, operand by operand',
    clauses: ['autograd.C12', 'autograd.C13', 'copy_.C4', 'fill_.C4', 'div.C5'],
    families: [forms, over],
  },
  (precision) =>
    fc
      .tuple(fc.constantFrom(...forms.ops, ...over.ops), small(4))
      .chain(([op, shape]) => fc.tuple(fc.constant(op), fc.constant(shape), otherOf(op, shape)))
      .chain(([op, shape, other]) => {
        const page = pageOf(op)!.page;
        const alone = page.operands.length === 1;
        return fc
          .record({
            x: operand(precision, page.name, 0, shape),
            v: alone ? fc.constant(undefined) : operand(precision, page.name, 1, other),
          })
          .map(({ x, v }): Program => {
            const inputs = v === undefined ? { x } : { x, v };
            return {
              inputs,
              steps: [
                { op: 'clone', in: ['x'], out: 'z' },
                { op, in: alone ? ['z'] : ['z', 'v'], out: 'y' },
              ],
              out: 'y',
              shape,
              gradients: gradientsOf(Object.keys(inputs)),
            };
          });
      }),
);

/** What may be a number is written over every element: as a tensor, it has no axes. */
const otherOf = (op: string, shape: Shape): fc.Arbitrary<Shape> => {
  const { mutates, operands } = pageOf(op)!.page;
  const single = mutates === true && operands[1]!.type === 'tensor_or_scalar';
  return single ? fc.constant([]) : fitting({ shape, index: [], tensors: {} });
};
