import fc from 'fast-check';
import { tensor } from '../../arbitraries/tensor.ts';
import { isFloat } from '../../values/dtypes.ts';
import { decode, flatten } from '../../values/element.ts';
import { all } from '../claims.ts';
import type { Law } from '../law.ts';
import { integersOf, wrappedTo } from './exact.ts';

export const narrowing: Law = {
  id: 'promotion/narrowing',
  title: 'to an integer dtype, an integer keeps its low bits and a float drops its fraction',
  clauses: ['to.C1', 'to.C2'],
  trials: ({ dtypes, integers }) => {
    const pairs = dtypes.flatMap((from) => integers.filter((to) => to !== from).map((to) => [from, to] as const));
    if (pairs.length === 0) return { lacks: 'an integer dtype beside another dtype' };
    return fc.constantFrom(...pairs).chain(([from, to]) => {
      const lossy = isFloat(from);
      // Between -10 and 10, so that every signed dtype has a place for what is left.
      const low = to === 'uint8' ? 0 : -10;
      return tensor(from, [4], lossy ? { low } : { low: -(2 ** 40), high: 2 ** 40, special: true }).map((a) => {
        const due = lossy ? flatten(a.data).map((e) => BigInt(Math.trunc(Number(decode(e, from))))) : integersOf(a);
        return {
          inputs: { a },
          ops: [{ op: 'to', in: ['a'], with: { dtype: to }, out: 'c' }],
          observe: ['c'],
          statement: () => all({ c: wrappedTo(due, to, [4]) }),
        };
      });
    });
  },
};
