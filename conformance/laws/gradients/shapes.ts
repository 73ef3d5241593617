import fc from 'fast-check';
import { axis, type Shape, volume } from '../../arbitraries/shape.ts';
import type { Literal, TensorValue } from '../../values/case.ts';
import type { Law } from '../law.ts';
import { againstDifferences } from './differences.ts';
import { movedOf } from './moved.ts';
import { drawn, small } from './operands.ts';
import { one, type Program } from './program.ts';

/** Data movement: each element's gradient comes back to it from wherever it went. */
export const shapes: Law = againstDifferences(
  {
    id: 'gradients/shapes',
    title: 'the gradient of a change of shape goes back to where each element came from',
    clauses: [
      'reshape.C5',
      'permute.C4',
      'transpose.C4',
      'T.C3',
      'expand.C4',
      'flatten.C4',
      'squeeze.C4',
      'unsqueeze.C4',
      'view.C4',
      'flip.C5',
      'roll.C6',
      'rot90.C6',
      'movedim.C5',
      'tile.C5',
      'repeat.C5',
      'repeat_interleave.C6',
      'broadcast_to.C5',
      'ravel.C4',
      'unflatten.C5',
      'select.C5',
      'narrow.C6',
      'tril.C6',
      'triu.C6',
      'diagonal.C5',
      'diag.C5',
    ],
  },
  (precision) =>
    fc.oneof(
      {
        weight: 3,
        arbitrary: small(8)
          .chain((from) => fc.tuple(drawn(precision, from), movedOf(from)))
          .map(([x, { op, with: options, shape }]) => one({ op, inputs: { x }, with: options, shape })),
      },
      { weight: 1, arbitrary: joined(precision) },
      { weight: 1, arbitrary: inARow(precision) },
    ),
);

/** Each element so many times, or as often as a tensor says. */
const inARow = (precision: Parameters<typeof drawn>[0]): fc.Arbitrary<Program> =>
  small(4, { minRank: 1 })
    .chain((from) =>
      fc.tuple(drawn(precision, from), axis(from), fc.array(fc.nat({ max: 2 }), { minLength: 4 }), fc.nat({ max: 2 })),
    )
    .map(([x, dim, each, times]) => {
      const n = x.shape.at(dim)!;
      const data = each.slice(0, n);
      const total = data.reduce((sum, one) => sum + one, 0);
      const to = (size: number): Shape => x.shape.with(dim, size);
      const repeats: TensorValue = { dtype: 'int64', shape: [n], data };
      const options = { dim };
      return times > 0
        ? one({ op: 'repeat_interleave', inputs: { x }, in: ['x', times], with: options, shape: to(n * times) })
        : one({ op: 'repeat_interleave', inputs: { x, repeats }, with: options, shape: to(total), leaves: ['x'] });
    });

/** Two tensors put together, perhaps one of them twice. */
const joined = (precision: Parameters<typeof drawn>[0]): fc.Arbitrary<Program> =>
  small(4, { minRank: 1 })
    .chain((shape) =>
      fc.tuple(
        fc.constant(shape),
        fc.constantFrom('cat', 'stack'),
        axis(shape),
        fc.boolean(),
        fc.integer({ min: 1, max: 2 }),
      ),
    )
    .chain(([shape, op, dim, twice, size]) => {
      const at = (dim + shape.length) % shape.length;
      const other = op === 'cat' ? shape.with(at, size) : shape;
      return fc.record({ a: drawn(precision, shape), b: drawn(precision, other) }).map((inputs) => {
        const parts = twice ? ['a', 'b', 'a'] : ['a', 'b'];
        const sizes = parts.map((name) => (name === 'a' ? shape : other)[at]!);
        const result: Shape =
          op === 'cat'
            ? shape.with(
                at,
                sizes.reduce((p, q) => p + q),
              )
            : shape.toSpliced(at, 0, parts.length);
        const options: Record<string, Literal> = { dim: op === 'cat' ? dim : at };
        return one({ op, inputs, in: [parts], with: options, shape: result });
      });
    })
    .filter(({ shape }) => volume(shape) <= 16);
