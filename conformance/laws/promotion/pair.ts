/** The laws of two operands and one result: the dtype follows from the table, the values from arithmetic, or from operands of that dtype. */
import fc from 'fast-check';
import { pages } from '../../pages/pages.gen.ts';
import { resultDtype } from '../../pages/result-dtype.ts';
import type { Dtype } from '../../values/case.ts';
import { promoted } from '../../values/promotion.ts';
import { derived } from '../claims.ts';
import { arithmetic } from '../definitions.ts';
import { type Family, takes } from '../family.ts';
import type { Lab, Trial } from '../law.ts';
import { exactly, holdsBoth, inputsOf, type Operand, pairwise, said } from './operand.ts';
import { type Part, parts } from './parts.ts';

type Pair = readonly [Operand, Operand];

/** What an op gives of two operands that it takes. */
const resultOf = (op: string, pair: Pair): Dtype => resultDtype(pages[op]!, pair)!;

/** Whether the op takes the operands, the implementation has the dtype of the result, and the dtype the values. */
const told = ({ dtypes }: Lab, op: string, pair: Pair): boolean => {
  const [a, b] = pair;
  const meeting = promoted(a, b);
  if (!pair.every(({ dtype }) => takes(op, dtype)) || !dtypes.includes(resultOf(op, pair))) return false;
  const due = arithmetic[op] ? pairwise(a, b, arithmetic[op]) : [];
  return holdsBoth(meeting, a, b) && (meeting !== 'uint8' || due.every((v) => v >= 0));
};

/** One pair, whose names end in `k`. */
const partOf = (op: string, [a, b]: Pair, k: number): Part => {
  const dtype = resultOf(op, [a, b]);
  const shape = a.shape.length > 0 ? a.shape : b.shape;
  const [first, second, out] = [`a${k}`, `b${k}`, `c${k}`];
  const inputs = inputsOf({ [first]: a, [second]: b });
  const step = { op, in: [said(first, a), said(second, b)], out };
  if (arithmetic[op]) {
    const known = exactly(pairwise(a, b, arithmetic[op]), dtype, shape);
    return { inputs, due: [], steps: [step], expected: () => ({ [out]: known }) };
  }
  const alike = { dtype: promoted(a, b), weight: 'axes', shape } as const;
  const x: Operand = { ...alike, values: pairwise(a, b, (p) => p) };
  const y: Operand = { ...alike, values: pairwise(a, b, (_, q) => q) };
  return {
    inputs: { ...inputs, ...inputsOf({ [`x${k}`]: x, [`y${k}`]: y }) },
    // Of some numbers an op has no result: an integer to the power of −1.
    due: [{ op, in: [`x${k}`, `y${k}`], out: `due${k}` }],
    steps: [step],
    expected: (seen) => ({ [`due${k}`]: { dtype, shape }, [out]: derived(seen[`due${k}`]!) }),
  };
};

export const pairTrials = (lab: Lab, pairs: fc.Arbitrary<[Operand, Operand]>, { any }: Family): fc.Arbitrary<Trial> =>
  any.chain((op) =>
    parts(
      pairs.filter((pair) => told(lab, op, pair)),
      (pair, k) => partOf(op, pair, k),
    ),
  );

/** In either order. */
export const turned = (pairs: fc.Arbitrary<[Operand, Operand]>): fc.Arbitrary<[Operand, Operand]> =>
  fc.tuple(fc.boolean(), pairs).map(([turn, [a, b]]): [Operand, Operand] => (turn ? [b, a] : [a, b]));
