import { broadcast, volume } from '../../../arbitraries/shape.ts';
import { at, type Rule } from './rule.ts';

export const indexing: Readonly<Record<string, Rule>> = {
  argsort: ([x]) => x,
  gather: ([, index]) => index,
  searchsorted: ([, x = []]) => x,
  sort: ([x]) => x,
  topk: ([x = []], { k, dim = -1 }) => (x.length === 0 ? x : x.with(at(dim as number, x.length), k as number)),
  index_select: ([x = [], index = []], { dim }) =>
    x.length === 0 ? x : x.with(at(dim as number, x.length), index[0] ?? 1),
  take_along_dim: ([x = [], index = []], { dim }) => {
    if (typeof dim !== 'number') return [volume(index)];
    const axis = at(dim, x.length);
    return broadcast(x.with(axis, 1), index.with(axis, 1))?.with(axis, index[axis]!);
  },
};
