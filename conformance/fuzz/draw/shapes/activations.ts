import { at, type Rule } from './rule.ts';

/** Half as long along one axis. */
const glu: Rule = ([x = []], { dim = -1 }) => {
  const axis = at(dim as number, x.length);
  return x.with(axis, Math.floor(x[axis]! / 2));
};

export const activations: Readonly<Record<string, Rule>> = { glu };
