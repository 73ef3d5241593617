import fc from 'fast-check';
import type { Literal } from '../../values/case.ts';
import type { Law } from '../law.ts';
import { againstDifferences } from './differences.ts';
import { distinct, given, small, some } from './operands.ts';
import { one } from './program.ts';
import { dimsOf, reduced } from './reduced.ts';

const orders: readonly Literal[] = [1, 2, 3, 1.5, { float: 'Infinity' }, { float: '-Infinity' }];

/**
 * Away from 0 and from equal magnitudes, which are the conventions' matter. The 0-norm is a count, and has no
 * gradient.
 */
export const norm: Law = againstDifferences(
  {
    id: 'gradients/norm',
    title: 'the gradient of a norm is its numeric derivative, whatever the order and the axes',
    clauses: ['norm.C2', 'norm.C3', 'norm.C7', 'reductions.C8'],
  },
  (precision) =>
    small(6).chain((shape) =>
      fc
        .tuple(distinct(precision, shape), some(fc.constantFrom(...orders)), dimsOf(shape), some(fc.boolean()))
        // PyTorch 1 takes the default over two axes at most.
        .map(([x, p, dim, keepdim]) =>
          one({
            op: 'norm',
            inputs: { x },
            with: given({
              p: [dim].flat().length > 2 ? (p ?? 2) : p,
              dim,
              keepdim: dim === undefined ? undefined : keepdim,
            }),
            shape: reduced(shape, dim, keepdim),
          }),
        ),
    ),
);
