import { volume } from '../../../arbitraries/shape.ts';
import { at, type Rule } from './rule.ts';

const cat: Rule = (shapes, { dim = 0 }) => {
  // An empty vector may stand beside any rank.
  const first = shapes.find((s) => !(s.length === 1 && s[0] === 0)) ?? shapes[0]!;
  const axis = at(dim as number, first.length);
  const total = shapes.reduce((sum, s) => sum + (s.length === first.length ? s[axis]! : 0), 0);
  return first.with(axis, total);
};

export const rearranging: Readonly<Record<string, Rule>> = {
  T: ([x = []]) => x.toReversed(),
  cat,
  expand: ([x = []], { size }) => {
    const sizes = size as readonly number[];
    return sizes.map((n, k) => (n === -1 ? x[k - (sizes.length - x.length)]! : n));
  },
  flatten: ([x = []], { start_dim = 0, end_dim = -1 }) => {
    if (x.length === 0) return [1];
    const [from, to] = [at(start_dim as number, x.length), at(end_dim as number, x.length)];
    return [...x.slice(0, from), volume(x.slice(from, to + 1)), ...x.slice(to + 1)];
  },
  permute: ([x = []], { dims }) => (dims as readonly number[]).map((dim) => x[at(dim, x.length)]!),
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
  unsqueeze: ([x = []], { dim }) => x.toSpliced(at(dim as number, x.length + 1), 0, 1),
};
