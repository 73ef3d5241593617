/** Programs that come to a corner, written in few words. */
import type { Dtype, Element, Nested, Step, TensorValue } from '../../values/case.ts';
import { callsIn } from '../../values/steps.ts';
import { boundBy } from '../draw/names.ts';
import type { Program } from '../draw/program.ts';

export const tensor = (data: Nested<Element>, dtype: Dtype = 'float32'): TensorValue => ({
  dtype,
  shape: shapeOf(data),
  data,
});
/** One that gradients are asked for. */
export const leaf = (data: Nested<Element>, dtype: Dtype = 'float32'): TensorValue => ({
  ...tensor(data, dtype),
  requires_grad: true,
});

/** An axis of size 0 has nothing in it: what is within it is not seen. */
const shapeOf = (data: Nested<Element>): readonly number[] =>
  Array.isArray(data) ? [data.length, ...(data.length === 0 ? [] : shapeOf(data[0]))] : [];

/** A program that looks at all it holds: inputs, results, and the gradients of its leaves. */
export const witness = (inputs: Program['inputs'], ...ops: readonly Step[]): Program => {
  const leaves = Object.keys(inputs).filter((name) => inputs[name]!.requires_grad === true);
  return {
    inputs,
    ops,
    observe: [...Object.keys(inputs), ...callsIn(ops).flatMap(boundBy), ...leaves.map((name) => `${name}.grad`)],
  };
};
