import fc from 'fast-check';
import { nested } from '../../arbitraries/tensor.ts';
import { comparison } from '../../pages/families.ts';
import type { Dtype, TensorValue } from '../../values/case.ts';
import { isFloat } from '../../values/dtypes.ts';
import { type Decoded, decode, encode, flatten } from '../../values/element.ts';
import { promoted } from '../../values/promotion.ts';
import { round } from '../../values/round.ts';
import { numbers } from '../claims.ts';
import { relations } from '../definitions.ts';
import { every } from '../family.ts';
import type { Law } from '../law.ts';
import { exactly } from './operand.ts';
import { type Part, parts } from './parts.ts';

/** float16 and bfloat16 are left out: what an integer rounds to in two steps is not what it rounds to in one. */
const compared: readonly Dtype[] = ['bool', 'uint8', 'int8', 'int16', 'int32', 'int64', 'float32', 'float64'];
/** Where float32 and float64 begin to leave integers out. */
const edges: readonly bigint[] = [2n ** 24n, 2n ** 24n + 1n, 2n ** 53n, 2n ** 53n + 1n, 2n ** 53n + 2n, 0n, 1n, 2n];

const fits: Readonly<Record<string, (n: bigint) => boolean>> = {
  uint8: (n) => n <= 255n,
  int8: (n) => n <= 127n,
  int16: (n) => n < 2n ** 15n,
  int32: (n) => n < 2n ** 31n,
};

const near = (dtype: Dtype): fc.Arbitrary<TensorValue> => {
  const one = (n: bigint): Decoded => {
    if (dtype === 'bool') return n !== 0n;
    return isFloat(dtype) ? round(Number(n), dtype) : n;
  };
  return fc.constantFrom(...edges.filter(fits[dtype] ?? (() => true))).chain((n) =>
    fc
      .array(fc.constantFrom(n, ...edges.filter(fits[dtype] ?? (() => true))), { minLength: 3, maxLength: 3 })
      .map((all) => ({
        dtype,
        shape: [3],
        data: nested(
          all.map((m) => encode(one(m), dtype)),
          [3],
        ),
      })),
  );
};

const ops = every(comparison);

/** An element in the dtype in which two are compared. */
const inDtype = (v: Decoded, dtype: Dtype): number | bigint => {
  const number = typeof v === 'boolean' ? BigInt(v) : v;
  return isFloat(dtype) ? round(Number(number), dtype) : number;
};

const partOf = (op: string, a: TensorValue, b: TensorValue, k: number): Part => {
  const [first, second, out] = [`a${k}`, `b${k}`, `c${k}`];
  const dtype = promoted({ dtype: a.dtype, weight: 'axes' }, { dtype: b.dtype, weight: 'axes' });
  const [x, y] = [a, b].map((t) => flatten(t.data).map((e) => inDtype(decode(e, t.dtype), dtype)));
  const inputs = { [first]: a, [second]: b };
  const steps = [{ op, in: [first, second], out }];
  const relation = relations[op];
  if (relation) {
    const due = x!.map((v, i) => Number(relation(v, y![i]!)));
    return { inputs, due: [], steps, expected: () => ({ [out]: exactly(due, 'bool', [3]) }) };
  }
  const met = (values: readonly (number | bigint)[]): TensorValue => ({
    dtype,
    shape: [3],
    data: values.map((v) => encode(dtype === 'bool' ? v !== 0n : v, dtype)),
  });
  return {
    inputs: { ...inputs, [`x${k}`]: met(x!), [`y${k}`]: met(y!) },
    due: [{ op, in: [`x${k}`, `y${k}`], out: `due${k}` }],
    steps,
    expected: (seen) => ({ [out]: exactly(numbers(seen[`due${k}`]), 'bool', [3]) }),
  };
};

export const comparisons: Law = {
  id: 'promotion/comparisons',
  title: 'a comparison gives bool, and compares what both operands are in the dtype that they meet in',
  clauses: ['dtypes.C11', 'dtypes.C1'],
  families: [ops],
  trials: ({ dtypes }) => {
    const usable = compared.filter((dtype) => dtypes.includes(dtype));
    if (usable.length === 0 || !usable.includes('bool')) return { lacks: 'dtype bool' };
    const any = fc.constantFrom(...usable).chain(near);
    return ops.any.chain((op) => parts(fc.tuple(any, any), ([a, b], k) => partOf(op, a, b, k)));
  },
};
