import fc from 'fast-check';
import { tensor } from '../../arbitraries/tensor.ts';
import type { Dtype } from '../../values/case.ts';
import { all } from '../claims.ts';
import type { Law } from '../law.ts';

const wholes: readonly Dtype[] = ['int16', 'int32', 'int64'];
const floats: readonly Dtype[] = ['float16', 'bfloat16', 'float32', 'float64'];

/** The dtypes that hold every value of a dtype. */
const holders: Readonly<Record<Dtype, readonly Dtype[]>> = {
  bool: ['uint8', 'int8', ...wholes, ...floats],
  uint8: [...wholes, ...floats],
  int8: [...wholes, ...floats],
  int16: ['int32', 'int64', 'float32', 'float64'],
  int32: ['int64', 'float64'],
  int64: [],
  float16: ['float32', 'float64'],
  bfloat16: ['float32', 'float64'],
  float32: ['float64'],
  float64: [],
};

/** Far enough for an int32, and for the fraction of a float64. */
const numbers = { low: -(2 ** 31), high: 2 ** 31, special: true };

export const roundTrip: Law = {
  id: 'promotion/round-trip',
  title: 'to a dtype that holds all values of the first, and back, everything is as it was',
  clauses: ['to.C2', 'to.C3', 'to.C4'],
  trials: ({ dtypes }) => {
    const pairs = dtypes.flatMap((from) =>
      holders[from].filter((to) => dtypes.includes(to)).map((to) => [from, to] as const),
    );
    if (pairs.length === 0) return { lacks: 'a dtype that holds another' };
    return fc.constantFrom(...pairs).chain(([from, to]) =>
      tensor(from, [4], numbers).map((a) => ({
        inputs: { a },
        ops: [
          { op: 'to', in: ['a'], with: { dtype: to }, out: 'wide' },
          { op: 'to', in: ['wide'], with: { dtype: from }, out: 'back' },
        ],
        observe: ['wide', 'back'],
        statement: () => all({ wide: { dtype: to, shape: [4] }, back: { ...a, tolerance: 'exact' } }),
      })),
    );
  },
};
