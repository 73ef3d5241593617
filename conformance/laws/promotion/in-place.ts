import fc from 'fast-check';
import { besideNumber, binary } from '../../pages/families.ts';
import { pages } from '../../pages/pages.gen.ts';
import { resultDtype } from '../../pages/result-dtype.ts';
import type { Expectation, OpStep } from '../../values/case.ts';
import { isHigher } from '../../values/dtypes.ts';
import { all, derived, raises } from '../claims.ts';
import { arithmetic } from '../definitions.ts';
import { everyInPlace, outOfPlace, takes } from '../family.ts';
import type { Law, Trial } from '../law.ts';
import {
  anyTensor,
  exactly,
  holdsBoth,
  inputsOf,
  numberOperand,
  type Operand,
  pairwise,
  said,
  tensorOperand,
} from './operand.ts';

const ops = everyInPlace(binary);

/** Of other ops, the op that makes a new tensor tells. */
const definitions = { ...arithmetic, div: (x: number, y: number) => x / y };

/** By these, quotients of small numbers end after a few digits. */
const divisors = [-2, -1, 1, 2];

const suits = (op: string, a: Operand, other: Operand): boolean => {
  const page = pages[outOfPlace(op)]!;
  if (other.weight === 'number' && !besideNumber(page)) return false;
  if (![a, other].every(({ dtype }) => takes(op, dtype)) || !holdsBoth(a.dtype, a, other)) return false;
  return page.name !== 'div' || other.values.every((v) => divisors.includes(v));
};

/** The control: another tensor of the same dtype takes a number of the lowest kind, by an op that all have. */
const control: OpStep = { op: 'mul_', in: ['control', true] };

const trial = (op: string, a: Operand, other: Operand, tensor: Operand): Trial | undefined => {
  const plain = outOfPlace(op);
  const kept = !isHigher(resultDtype(pages[plain]!, [a, other])!, a.dtype);
  const defined = definitions[plain as keyof typeof definitions];
  const known = kept ? defined && pairwise(a, other, defined) : a.values;
  if (a.dtype === 'uint8' && known?.some((v) => v < 0)) return undefined;
  const due: readonly OpStep[] = known
    ? []
    : [
        { op: plain, in: ['a', said('other', other)], out: 'new' },
        { op: 'to', in: ['new'], with: { dtype: a.dtype }, out: 'due' },
      ];
  return {
    inputs: inputsOf({ a, other, control: tensor }),
    ops: [...due, control, { op, in: ['a', said('other', other)] }],
    mayRaise: due.length,
    observe: [...(known ? [] : ['due']), 'a'],
    statement: (seen) => {
      const a_: { a: Expectation } = { a: known ? exactly(known, a.dtype, a.shape) : derived(seen.due!) };
      return kept ? all(a_) : { ...raises('dtype_mismatch', due.length + 1), names: a_ };
    },
  };
};

export const inPlace: Law = {
  id: 'promotion/in-place',
  title: 'an in-place op keeps the dtype of its target, or raises and writes nothing if the result is of a higher kind',
  clauses: ['dtypes.C12', 'add.C4', 'mul.C4'],
  families: [ops],
  trials: (lab) => {
    if (lab.dtypes.length < 2) return { lacks: 'a second dtype' };
    const others = fc.oneof(anyTensor(lab, 'axes'), anyTensor(lab, '0-d'), numberOperand);
    return fc
      .tuple(ops.any, anyTensor(lab, 'axes'), others)
      .filter(([op, a, other]) => suits(op, a, other))
      .chain(([op, a, other]) => tensorOperand(a.dtype, 'axes').map((tensor) => trial(op, a, other, tensor)))
      .filter((one) => one !== undefined);
  },
};
