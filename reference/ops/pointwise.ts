/** The parts that records of pointwise ops are made of: an element of the result depends on its operands' elements there. */

import type { Dtypes } from '../apply/op.ts';
import { floatResultType, resultType } from '../apply/promote.ts';
import type { Operand } from '../autograd/vjp.ts';
import {
  type BinaryRow,
  bigintBinaryLoop,
  bigintUnaryLoop,
  binaryLoop,
  type UnaryRow,
  unaryLoop,
} from '../kernels/loop.ts';
import { broadcastShapes, type Shape } from '../memory/shape.ts';
import type { View } from '../memory/view.ts';
import type { Dtype } from '../numbers/dtype.ts';
import { isScalar } from '../numbers/scalar.ts';

/** The options of an op that has none. */
export type None = Readonly<Record<never, never>>;
export const NONE: None = {};

/** Shape rule: operands broadcast. */
export function broadcast(shapes: readonly Shape[]): Shape {
  let shape = shapes[0]!;
  for (let i = 1; i < shapes.length; i++) shape = broadcastShapes(shape, shapes[i]!);
  return shape;
}

/** Dtype rule: operands meet in one dtype, which is the result's (`add`). */
export function promoted(operands: readonly Operand[]): Dtypes {
  const dtype = resultType(operands);
  return { compute: dtype, result: dtype };
}

/** What each operand is computed in: the dtype in which they meet, but a number beside 16 bits in float32. */
const beside = (operands: readonly Operand[], dtype: Dtype): Dtypes => ({
  compute: dtype === 'float16' || dtype === 'bfloat16' ? operands.map((x) => (isScalar(x) ? 'float32' : dtype)) : dtype,
  result: dtype,
});

/** Dtype rule: operands meet in one dtype, to which a number is not rounded first (`mul`). */
export const promotedBesideNumbers = (operands: readonly Operand[]): Dtypes => beside(operands, resultType(operands));

/** Dtype rule: the same, with float32 in place of integers and bool (`div`). */
export const promotedToFloatBesideNumbers = (operands: readonly Operand[]): Dtypes =>
  beside(operands, floatResultType(operands));

/** Dtype rule: the same, with float32 in place of integers and bool (`div`, `exp`). */
export function promotedToFloat(operands: readonly Operand[]): Dtypes {
  const dtype = floatResultType(operands);
  return { compute: dtype, result: dtype };
}

/** Dtype rule: operands meet in one dtype, and the result is bool (`eq`). */
export const promotedToBool = (operands: readonly Operand[]): Dtypes => ({
  compute: resultType(operands),
  result: 'bool',
});

type Forward = (out: View, inputs: readonly View[]) => void;

/** Runs `row` over numbers; int64 takes `bigint`, element by element, or is refused. */
export const unary =
  (row: UnaryRow, bigint?: (x: bigint) => bigint): Forward =>
  (out, [a]) => {
    if (bigint !== undefined && a!.dtype === 'int64') bigintUnaryLoop(out, a!, bigint);
    else unaryLoop(out, a!, row);
  };

/** Runs `row` over numbers; int64 takes `bigint`, element by element, or is refused. */
export const binary =
  (row: BinaryRow, bigint?: (x: bigint, y: bigint) => bigint | boolean): Forward =>
  (out, [a, b]) => {
    if (bigint !== undefined && a!.dtype === 'int64') bigintBinaryLoop(out, a!, b!, bigint);
    else binaryLoop(out, a!, b!, row);
  };
