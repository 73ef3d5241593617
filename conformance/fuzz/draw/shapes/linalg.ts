/** torch.linalg. */
import { broadcast, type Shape } from '../../../arbitraries/shape.ts';
import { isVector } from '../recipes/linalg.ts';
import type { Rule } from './rule.ts';

const same: Rule = ([a]) => a;

const solved: Rule = ([a = [], b = []]) => {
  if (isVector(a, b)) return a.slice(0, -1);
  const batch = broadcast(a.slice(0, -2), b.slice(0, -2));
  return batch && [...batch, ...b.slice(-2)];
};

export const linalg: Readonly<Record<string, Rule>> = {
  'linalg.inv': same,
  'linalg.cholesky': same,
  'linalg.det': ([a = []]) => a.slice(0, -2),
  'linalg.solve': solved,
  'linalg.cross': ([a, b]) => broadcast(a as Shape, b as Shape),
};
