/** The clauses of pages that a table shows beside the chapter's. */

/** By the op and the kind of rung. */
const SHOWN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  celu: { values: 'C2', gradient: 'C4' },
  elu: { values: 'C2', gradient: 'C4' },
  gelu: { values: 'C2', gradient: 'C5' },
  hardshrink: { values: 'C2', gradient: 'C4' },
  hardsigmoid: { values: 'C2', gradient: 'C4' },
  hardswish: { values: 'C2', gradient: 'C4' },
  hardtanh: { values: 'C2', gradient: 'C5' },
  leaky_relu: { values: 'C2', gradient: 'C4' },
  logsigmoid: { values: 'C2', gradient: 'C4' },
  mish: { values: 'C2', gradient: 'C4' },
  relu6: { values: 'C2', gradient: 'C4' },
  selu: { values: 'C2', gradient: 'C4' },
  silu: { values: 'C2', gradient: 'C4' },
  softmin: { values: 'C3', gradient: 'C6' },
  softplus: { values: 'C2', gradient: 'C5' },
  softshrink: { values: 'C2', gradient: 'C4' },
  softsign: { values: 'C2', gradient: 'C4' },
  abs: { values: 'C1' },
  add: { gradient: 'C5' },
  argmax: { values: 'C3', all: 'C3' },
  argmin: { values: 'C3', all: 'C3' },
  binary_cross_entropy: { refused: 'C6' },
  cumsum: { values: 'C3', gradient: 'C5' },
  div: { values: 'C2', gradient: 'C6' },
  eq: { values: 'C2' },
  exp: { values: 'C2', gradient: 'C4' },
  log: { values: 'C2', gradient: 'C3' },
  log_softmax: { values: 'C3', gradient: 'C5' },
  max: { values: 'C3', gradient: 'C6', all: 'C3' },
  mean: { values: 'C3', gradient: 'C4', all: 'C3', 'gradient-of-all': 'C4' },
  min: { values: 'C3', gradient: 'C6', all: 'C3' },
  norm: { values: 'C6', gradient: 'C10', all: 'C6', 'gradient-of-all': 'C10' },
  prod: { values: 'C4', gradient: 'C7', all: 'C4', 'gradient-of-all': 'C7' },
  softmax: { values: 'C3', gradient: 'C6' },
  std: { values: 'C2', all: 'C2' },
  sum: { values: 'C4', gradient: 'C5', all: 'C4', 'gradient-of-all': 'C5' },
  var: { values: 'C3', gradient: 'C6', all: 'C3', 'gradient-of-all': 'C6' },
  maximum: { values: 'C2', ties: 'C3' },
  minimum: { values: 'C2', ties: 'C3' },
  mul: { values: 'C3', gradient: 'C5' },
  neg: { values: 'C1', gradient: 'C3' },
  pow: { values: 'C2', numbers: 'C2', gradient: 'C6' },
  relu: { values: 'C2', gradient: 'C6' },
  sigmoid: { values: 'C3', gradient: 'C2' },
  sqrt: { values: 'C2', gradient: 'C3' },
  sub: { gradient: 'C5' },
};

/** A clause of the chapter, and the page's own if it has one for this. */
export const citing = (op: string, kind: string, clause: string): readonly string[] => {
  const own = SHOWN[op]?.[kind];
  return [`special-values.${clause}`, ...(own === undefined ? [] : [`${op}.${own}`])];
};
