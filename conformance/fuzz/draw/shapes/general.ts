/** The rules that several ops have in common: `shape` on their pages (spec/README.md). */
import { broadcast, type Shape, volume } from '../../../arbitraries/shape.ts';
import type { ShapeRule } from '../../../pages/page.ts';
import type { Literal } from '../../../values/case.ts';
import { at, type Options, type Rule } from './rule.ts';

/** The axes that `dim` names, from the front; all without it, or with an empty list. */
const axesOf = ({ dim }: Options, rank: number): ReadonlySet<number> => {
  const dims = [(dim as number | readonly number[] | null | undefined) ?? []].flat();
  return new Set(dims.length === 0 ? Array.from({ length: rank }, (_, k) => k) : dims.map((one) => at(one, rank)));
};

const reduce: Rule = ([x = []], options) => {
  const axes = axesOf(options, x.length);
  if (options.keepdim === true) return x.map((n, k) => (axes.has(k) ? 1 : n));
  return x.filter((_, k) => !axes.has(k));
};

export const joint = (shapes: readonly Shape[]): Shape | undefined =>
  shapes.reduce<Shape | undefined>((out, one) => out && broadcast(out, one), []);

const matmul: Rule = ([a = [], b = []]) => {
  const rows = a.length > 1 ? [a.at(-2)!] : [];
  const columns = b.length > 1 ? [b.at(-1)!] : [];
  const batch = broadcast(a.slice(0, -2), b.slice(0, -2));
  return batch && [...batch, ...rows, ...columns];
};

/** The sizes given, under whichever name; a −1 is what is left of the operand's elements. */
const size: Rule = ([x = []], options) => {
  const sizes = options.size ?? options.shape;
  if (!isSizes(sizes)) return undefined;
  const rest = sizes.reduce((product, n) => (n < 0 ? product : product * n), 1);
  return sizes.map((n) => (n < 0 ? Math.floor(volume(x) / Math.max(1, rest)) : n));
};

/** A list, not a reference to one. */
const isSizes = (sizes: Literal | undefined): sizes is readonly number[] => Array.isArray(sizes);

export const general: Readonly<Record<Exclude<ShapeRule, 'custom'>, Rule>> = {
  broadcast: joint,
  same: ([x]) => x,
  reduce,
  matmul,
  loss: (operands, { reduction }) => (reduction === 'none' ? joint(operands) : []),
  size,
  data: () => undefined,
};
