/** Tensors with right values and wrong gradients. */
import type { Tools } from '../../../mutants/mutation.ts';

const none = {};

const records = (t: unknown, tools: Tools): boolean => tools.isTensor(t) && tools.requiresGrad(t);

/** The values of one tensor with the gradient of another of its shape. */
export const passing = (value: unknown, through: unknown, tools: Tools): unknown => {
  const nothing = tools.ops.sub!(through, tools.detach(through), none);
  return tools.ops.add!(tools.detach(value), nothing, none);
};

/** The same with its gradient so many times as large. Numbers and constants stay. */
export const scaled = (t: unknown, factor: number, tools: Tools): unknown =>
  records(t, tools) ? passing(t, tools.ops.mul!(t, factor, none), tools) : t;

/** The same with a gradient that is 1 % too large. */
export const off = (t: unknown, tools: Tools): unknown => scaled(t, 1.01, tools);

/** The same as a constant. */
export const cut = (t: unknown, tools: Tools): unknown => (records(t, tools) ? tools.detach(t) : t);
