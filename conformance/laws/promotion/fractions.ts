import fc from 'fast-check';
import { tensor } from '../../arbitraries/tensor.ts';
import { binary, both, either, needsFractions, unary } from '../../pages/families.ts';
import { pages } from '../../pages/pages.gen.ts';
import type { TensorValue } from '../../values/case.ts';
import { isFloat } from '../../values/dtypes.ts';
import { same, tensorOf } from '../claims.ts';
import { every } from '../family.ts';
import type { Law } from '../law.ts';
import { type Part, parts } from './parts.ts';

const BOOL = 'bool is refused, which would have to be added or subtracted';
const ops = every(both(needsFractions, either(unary, binary)), { softsign: BOOL, tanhshrink: BOOL });

/** Beside the op on the same numbers as float32. */
const partOf = (op: string, operands: readonly TensorValue[], k: number): Part => {
  const names = ['a', 'b'].slice(0, pages[op]!.operands.length).map((name) => `${name}${k}`);
  const [due, out] = [`due${k}`, `c${k}`];
  return {
    inputs: Object.fromEntries(names.map((name, i) => [name, operands[i]!])),
    due: [],
    steps: [
      ...names.map((name) => ({ op: 'to', in: [name], with: { dtype: 'float32' }, out: `float_${name}` })),
      { op, in: names.map((name) => `float_${name}`), out: due },
      { op, in: names, out },
    ],
    expected: (seen) => ({
      [out]: tensorOf(seen[due])?.dtype === 'float32' ? same(seen[due]!, { ulp: 1 }) : undefined,
    }),
  };
};

/** Division by what is already float32 is the division of two float32 tensors, which other laws know. */
export const fractions: Law = {
  id: 'promotion/fractions',
  title: 'ops that need fractions take integers and booleans for float32',
  clauses: ['dtypes.C10'],
  families: [ops],
  trials: ({ dtypes }) => {
    const whole = dtypes.filter((dtype) => !isFloat(dtype));
    if (whole.length === 0 || !dtypes.includes('float32')) return { lacks: 'an integer dtype beside float32' };
    const operand = (s: readonly number[]) =>
      fc.constantFrom(...whole).chain((dtype) => tensor(dtype, s, { low: 0, high: 100 }));
    const operands = fc.constantFrom([3], []).chain((s) => fc.tuple(operand(s), operand(s)));
    return ops.any.chain((op) => parts(operands, (both, k) => partOf(op, both, k)));
  },
};
