import fc from 'fast-check';
import { type Shape, volume } from '../../arbitraries/shape.ts';
import { pageOf } from '../../pages/page-of.ts';
import type { Literal } from '../../values/case.ts';
import type { Law } from '../law.ts';
import { againstDifferences } from './differences.ts';
import { drawn } from './operands.ts';
import { one, type Program } from './program.ts';

/** A sum of products, with the shape that it gives. */
interface Contraction {
  readonly op: string;
  readonly operands: readonly Shape[];
  readonly with?: Readonly<Record<string, Literal>>;
  readonly result: Shape;
}

const n = fc.integer({ min: 1, max: 2 });

/** With what stretches to the product, and factors for both. */
const added: fc.Arbitrary<Contraction> = fc
  .tuple(n, n, n, fc.boolean(), fc.constantFrom(1, 2, -0.5), fc.constantFrom(1, -1, 0.5))
  .chain(([m, k, p, stacked, beta, alpha]) => {
    const height = stacked ? [2] : [];
    const result = [...height, m, p];
    return fc.constantFrom<Shape>(result, result, [m, 1], [p], []).map((input) => ({
      op: stacked ? 'baddbmm' : 'addmm',
      operands: [input, [...height, m, k], [...height, k, p]],
      with: { beta, alpha },
      result,
    }));
  });

const others: fc.Arbitrary<Contraction> = fc.tuple(n, n, n).chain(([m, k, p]) =>
  fc.constantFrom<Contraction>(
    { op: 'outer', operands: [[m], [p]], result: [m, p] },
    {
      op: 'inner',
      operands: [
        [m, k],
        [p, k],
      ],
      result: [m, p],
    },
    { op: 'inner', operands: [[m, p, k], [k]], result: [m, p] },
    { op: 'inner', operands: [[], [m, k]], result: [m, k] },
    {
      op: 'tensordot',
      operands: [
        [m, k],
        [k, p],
      ],
      with: { dims: 1 },
      result: [m, p],
    },
    {
      op: 'tensordot',
      operands: [
        [m, k],
        [p, m],
      ],
      with: { dims: [[0], [-1]] },
      result: [k, p],
    },
    { op: 'trace', operands: [[m, p]], result: [] },
  ),
);

const NAMES = ['input', 'first', 'second'];

/** The in-place form, into a copy of the leaf; a program of an op without one stays as it is. */
const written = (program: Program): Program => {
  const [step] = program.steps;
  const [, ...rest] = step!.in!;
  const { inplace } = pageOf(step!.op)!.page;
  if (inplace === undefined || program.inputs.input!.shape.join() !== program.shape.join()) return program;
  const copy = { op: 'clone', in: ['input'], out: 'copy' };
  return { ...program, steps: [copy, { ...step!, op: inplace, in: ['copy', ...rest] }] };
};

/** Each operand in its own place, with whatever is added. */
export const contractions: Law = againstDifferences(
  {
    id: 'gradients/contractions',
    title: 'the gradients of a sum of products are its numeric derivatives, operand by operand',
    clauses: ['addmm.C9', 'baddbmm.C9', 'outer.C6', 'inner.C7', 'trace.C5', 'tensordot.C9'],
  },
  (precision) =>
    fc
      .tuple(fc.oneof(added, others), fc.boolean())
      .filter(([{ operands }]) => operands.every((s) => volume(s) <= 4))
      .chain(([{ op, operands, with: options, result }, inPlace]) =>
        fc.tuple(...operands.map((s) => drawn(precision, s))).map((values) => {
          const inputs = Object.fromEntries(values.map((value, i) => [NAMES[i]!, value]));
          const program = one({ op, inputs, with: options, shape: result });
          return inPlace ? written(program) : program;
        }),
      ),
);
