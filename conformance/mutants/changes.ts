/** Wrong results: each is what some library really gave. */

import { isFloat, isInteger } from '../values/dtypes.ts';
import type { Tools } from './mutation.ts';

/** Where a result gives a change nothing to work on. */
export const same: unique symbol = Symbol('same');

export type Change = (tensor: unknown, tools: Tools) => unknown;

/** No options. */
export const o: Readonly<Record<string, never>> = {};

/** Changes of a tensor that the op gives back. */
export const changes: Readonly<Record<string, Change>> = {
  'a value 1 % too large': (t, tools) => (isFloat(tools.dtype(t)) ? tools.ops.mul!(t, 1.01, o) : same),
  'an integer one too large': (t, tools) => (isInteger(tools.dtype(t)) ? tools.ops.add!(t, 1, o) : same),
  'a bool turned round': (t, tools) => (tools.dtype(t) === 'bool' ? tools.ops.eq!(t, false, o) : same),
  'zero for everything': (t, tools) => (isFloat(tools.dtype(t)) ? tools.ops.zeros_like!(t, o) : same),
  'a wider dtype': (t, tools) => (tools.dtype(t) === 'float32' ? tools.ops.to!(t, { dtype: 'float64' }) : same),
  'an axis too many': (t, tools) => tools.ops.unsqueeze!(t, { dim: 0 }),
  'no gradient': (t, tools) => (tools.requiresGrad(t) ? tools.detach(t) : same),
  'a gradient 1 % too large': (t, tools) => {
    if (!tools.requiresGrad(t)) return same;
    const zero = tools.ops.sub!(t, tools.detach(t), o);
    return tools.values(zero).every((v) => v === 0) ? tools.ops.add!(t, tools.ops.mul!(zero, 0.01, o), o) : same;
  },
  'zero for NaN': (t, tools) => replaced(t, tools, Number.isNaN, 0),
  'the largest number for infinity': (t, tools) => replaced(t, tools, (v) => v === Infinity, 3.4028234663852886e38),
  'zero for minus zero': (t, tools) => replaced(t, tools, (v) => Object.is(v, -0), 0),
};

function replaced(t: unknown, tools: Tools, wrong: (v: number) => boolean, by: number): unknown {
  if (!isFloat(tools.dtype(t))) return same;
  const hits = tools.values(t).map((v) => wrong(Number(v)));
  if (!hits.includes(true)) return same;
  const mask = tools.ops.reshape!(tools.ops.tensor!(hits, o), { shape: tools.shape(t) });
  return tools.ops.where!(mask, by, t, o);
}
