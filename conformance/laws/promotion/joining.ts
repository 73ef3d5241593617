import fc from 'fast-check';
import { joins } from '../../pages/families.ts';
import type { Literal } from '../../values/case.ts';
import { promoted } from '../../values/promotion.ts';
import { all, same } from '../claims.ts';
import { every } from '../family.ts';
import type { Law, Trial } from '../law.ts';
import { anyOperand, anyTensor, exactly, holdsBoth, inputsOf, type Operand, pairwise, said } from './operand.ts';

const lists = every(joins);

interface Joined {
  readonly operands: readonly [Operand, Operand];
  readonly trial: Omit<Trial, 'inputs'>;
}

const taken = (a: Operand, b: Operand): Joined => {
  const chosen: Literal = [true, false];
  const due = [pairwise(a, b, (x) => x)[0]!, pairwise(a, b, (_, y) => y).at(-1)!];
  return {
    operands: [a, b],
    trial: {
      ops: [
        { op: 'tensor', in: [chosen], out: 'condition' },
        { op: 'where', in: ['condition', said('a', a), said('b', b)], out: 'c' },
      ],
      observe: ['c'],
      statement: () => all({ c: exactly(due, promoted(a, b), [2]) }),
    },
  };
};

/** The shapes of two vectors of two elements that were joined. Of other ops, two vectors of the dtype in which these meet tell. */
const shapes: Readonly<Record<string, readonly number[]>> = { cat: [4], stack: [2, 2] };

const listed = (op: string, a: Operand, b: Operand): Joined => {
  const dtype = promoted(a, b);
  const step = { op, in: [['a', 'b']], out: 'c' };
  const shape = shapes[op];
  if (shape !== undefined) {
    const due = exactly([...a.values, ...b.values], dtype, shape);
    return { operands: [a, b], trial: { ops: [step], observe: ['c'], statement: () => all({ c: due }) } };
  }
  const ops: Trial['ops'] = [
    { op: 'to', in: ['a'], with: { dtype }, out: 'x' },
    { op: 'to', in: ['b'], with: { dtype }, out: 'y' },
    { op, in: [['x', 'y']], out: 'due' },
    step,
  ];
  const statement: Trial['statement'] = ({ due }) => all({ due: { dtype }, c: same(due!) });
  return { operands: [a, b], trial: { ops, observe: ['due', 'c'], statement } };
};

/** Numbers are left to laws that have a tensor with axes beside them: `where` of two numbers has rules of its own. */
export const joining: Law = {
  id: 'promotion/joining',
  title: 'where, cat and stack promote as arithmetic does',
  clauses: ['where.C2', 'cat.C2', 'stack.C3'],
  families: [lists],
  trials: (lab) => {
    if (lab.dtypes.length < 2) return { lacks: 'a second dtype' };
    const axes = anyTensor(lab, 'axes');
    const list = fc.tuple(lists.any, axes, axes).map(([op, a, b]) => listed(op, a, b));
    return fc
      .oneof(
        fc.tuple(axes, anyOperand(lab)).map(([a, b]) => taken(a, b)),
        fc.tuple(anyOperand(lab), axes).map(([a, b]) => taken(a, b)),
        { weight: 2, arbitrary: list },
      )
      .filter(({ operands: [a, b] }) => lab.dtypes.includes(promoted(a, b)) && holdsBoth(promoted(a, b), a, b))
      .map(({ operands: [a, b], trial }) => ({ inputs: inputsOf({ a, b }), ...trial }));
  },
};
