import { nested } from '../../arbitraries/tensor.ts';
import type { Implementation } from '../../run/implementation.ts';
import type { TensorValue } from '../../values/case.ts';
import { element } from '../../values/decimal.ts';
import { isFloat } from '../../values/dtypes.ts';
import type { Observation } from '../../values/observation.ts';
import { boundBy, readBy, tidied } from '../draw/names.ts';
import type { Program } from '../draw/program.ts';

const given = (seen: Observation | undefined, leaf: boolean): TensorValue | undefined => {
  if (seen?.kind !== 'tensor') return undefined;
  const { dtype, shape } = seen;
  const data = Array.from(seen.data, (value) => element(value, dtype));
  return { dtype, shape, data: nested(data, shape), ...(leaf && isFloat(dtype) && { requires_grad: true }) };
};

/**
 * The program from its step `at` on: what the steps before it made is given as inputs, with the values that the other side
 * saw. Undefined if it cannot be told. With `leaves`, floats require grad.
 */
export const cutBefore = async (
  program: Program,
  at: number,
  leaves: boolean,
  against: Implementation,
): Promise<Program | undefined> => {
  const before = program.ops.slice(0, at);
  const after = program.ops.slice(at);
  const made = new Set([...before.flatMap(boundBy), ...Object.keys(program.inputs)]);
  const wanted = [...new Set(after.flatMap(readBy))].filter((name) => made.has(name));
  const outcome = await against.run({
    id: 'cut',
    inputs: program.inputs,
    ops: before,
    observe: wanted.map((name) => ({ name })),
  });
  if (outcome.status !== 'result') return undefined;
  const inputs: Record<string, TensorValue> = {};
  for (const name of wanted) {
    const value = given(outcome.values[name], leaves && program.inputs[name]?.requires_grad !== false);
    if (value === undefined) return undefined;
    inputs[name] = value;
  }
  const { mistake, ...rest } = program;
  const moved = mistake === undefined ? {} : { mistake: { ...mistake, op: mistake.op - at } };
  return tidied({ ...rest, ...moved, inputs, ops: after });
};
