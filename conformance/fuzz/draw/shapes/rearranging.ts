import { volume } from '../../../arbitraries/shape.ts';
import { repeating } from './repeating.ts';
import { at, type Rule } from './rule.ts';

const cat: Rule = (shapes, { dim = 0 }) => {
  // An empty vector may stand beside any rank.
  const first = shapes.find((s) => !(s.length === 1 && s[0] === 0)) ?? shapes[0]!;
  const axis = at(dim as number, first.length);
  const total = shapes.reduce((sum, s) => sum + (s.length === first.length ? s[axis]! : 0), 0);
  return first.with(axis, total);
};

const as = (value: unknown): readonly number[] => [value as number | readonly number[]].flat();

const movedim: Rule = ([x = []], { source, destination }) => {
  const [from, to] = [as(source), as(destination)].map((dims) => dims.map((dim) => at(dim, x.length)));
  const rest = x.filter((_, k) => !from!.includes(k));
  return x.map((_, k) => (to!.includes(k) ? x[from![to!.indexOf(k)]!]! : rest.shift()!));
};

const rot90: Rule = ([x = []], { k = 1, dims = [0, 1] }) => {
  const [a, b] = (dims as readonly number[]).map((dim) => at(dim, x.length)) as [number, number];
  return (k as number) % 2 === 0 ? x : x.with(a, x[b]!).with(b, x[a]!);
};

const expanded: Rule = ([x = []], { size }) => {
  const sizes = size as readonly number[];
  return sizes.map((n, k) => (n === -1 ? x[k - (sizes.length - x.length)]! : n));
};

/** How many elements a diagonal of a matrix has. */
const onDiagonal = (rows: number, columns: number, k: number): number =>
  Math.max(0, Math.min(rows + Math.min(k, 0), columns - Math.max(k, 0)));

export const rearranging: Readonly<Record<string, Rule>> = {
  ...repeating,
  T: ([x = []]) => x.toReversed(),
  cat,
  broadcast_to: expanded,
  diag: ([x = []], { diagonal: k = 0 }) =>
    x.length === 1
      ? [x[0]! + Math.abs(k as number), x[0]! + Math.abs(k as number)]
      : [onDiagonal(x[0]!, x[1]!, k as number)],
  diagonal: ([x = []], { offset = 0, dim1 = 0, dim2 = 1 }) => {
    const [a, b] = [at(dim1 as number, x.length), at(dim2 as number, x.length)];
    return [...x.filter((_, k) => k !== a && k !== b), onDiagonal(x[a]!, x[b]!, offset as number)];
  },
  expand: expanded,
  flatten: ([x = []], { start_dim = 0, end_dim = -1 }) => {
    if (x.length === 0) return [1];
    const [from, to] = [at(start_dim as number, x.length), at(end_dim as number, x.length)];
    return [...x.slice(0, from), volume(x.slice(from, to + 1)), ...x.slice(to + 1)];
  },
  flip: ([x]) => x,
  movedim,
  narrow: ([x = []], { dim, length }) => x.with(at(dim as number, x.length), length as number),
  permute: ([x = []], { dims }) => (dims as readonly number[]).map((dim) => x[at(dim, x.length)]!),
  ravel: ([x = []]) => [volume(x)],
  roll: ([x]) => x,
  rot90,
  select: ([x = []], { dim }) => x.toSpliced(at(dim as number, x.length), 1),
  squeeze: ([x = []], { dim }) => {
    const named = dim === undefined ? undefined : [dim as number | readonly number[]].flat();
    const axes = named?.map((one) => at(one, x.length));
    return x.filter((n, k) => n !== 1 || axes?.includes(k) === false);
  },
  stack: ([x = [], ...more], { dim = 0 }) => x.toSpliced(at(dim as number, x.length + 1), 0, more.length + 1),
  transpose: ([x = []], { dim0, dim1 }) => {
    if (x.length === 0) return x;
    const [a, b] = [at(dim0 as number, x.length), at(dim1 as number, x.length)];
    return x.with(a, x[b]!).with(b, x[a]!);
  },
  tril: ([x]) => x,
  triu: ([x]) => x,
  unflatten: ([x = []], { dim, sizes }) => {
    const axis = at(dim as number, x.length);
    const parts = sizes as readonly number[];
    const rest =
      x[axis]! /
      Math.max(
        1,
        parts.reduce((n, size) => (size < 0 ? n : n * size), 1),
      );
    return x.toSpliced(axis, 1, ...parts.map((size) => (size < 0 ? rest : size)));
  },
  unsqueeze: ([x = []], { dim }) => x.toSpliced(at(dim as number, x.length + 1), 0, 1),
};
