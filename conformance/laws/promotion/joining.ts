import fc from 'fast-check';
import type { Literal } from '../../values/case.ts';
import { promoted } from '../../values/promotion.ts';
import { all } from '../claims.ts';
import type { Law, Trial } from '../law.ts';
import { anyOperand, anyTensor, exactly, holdsBoth, inputsOf, type Operand, pairwise, said } from './operand.ts';

type Joined = Pick<Trial, 'ops'> & { readonly operands: readonly [Operand, Operand]; readonly due: readonly number[] };

const taken = (a: Operand, b: Operand): Joined => {
  const chosen: Literal = [true, false];
  return {
    operands: [a, b],
    ops: [
      { op: 'tensor', in: [chosen], out: 'condition' },
      { op: 'where', in: ['condition', said('a', a), said('b', b)], out: 'c' },
    ],
    due: [pairwise(a, b, (x) => x)[0]!, pairwise(a, b, (_, y) => y).at(-1)!],
  };
};

const listed =
  (op: string) =>
  (a: Operand, b: Operand): Joined => ({
    operands: [a, b],
    ops: [{ op, in: [['a', 'b']], out: 'c' }],
    due: [...a.values, ...b.values],
  });

/** Numbers are left to laws that have a tensor with axes beside them: `where` of two numbers has rules of its own. */
export const joining: Law = {
  id: 'promotion/joining',
  title: 'where, cat and stack promote as arithmetic does',
  clauses: ['where.C2', 'cat.C2', 'stack.C3'],
  trials: (lab) => {
    if (lab.dtypes.length < 2) return { lacks: 'a second dtype' };
    const axes = anyTensor(lab, 'axes');
    return fc
      .oneof(
        fc.tuple(axes, anyOperand(lab)).map(([a, b]) => taken(a, b)),
        fc.tuple(anyOperand(lab), axes).map(([a, b]) => taken(a, b)),
        fc.tuple(axes, axes).map(([a, b]) => listed('cat')(a, b)),
        fc.tuple(axes, axes).map(([a, b]) => listed('stack')(a, b)),
      )
      .filter(({ operands: [a, b] }) => lab.dtypes.includes(promoted(a, b)) && holdsBoth(promoted(a, b), a, b))
      .map(({ operands: [a, b], ops, due }) => {
        const shape = ops.some((step) => 'op' in step && step.op === 'stack') ? [2, 2] : [due.length];
        return {
          inputs: inputsOf({ a, b }),
          ops,
          observe: ['c'],
          statement: () => all({ c: exactly(due, promoted(a, b), shape) }),
        };
      });
  },
};
