import fc from 'fast-check';
import { type Numbers, tensor } from '../../arbitraries/tensor.ts';
import { binary, both, either, keepsIntegers, unary } from '../../pages/families.ts';
import { pages } from '../../pages/pages.gen.ts';
import type { Dtype, TensorValue } from '../../values/case.ts';
import { tensorOf } from '../claims.ts';
import { every } from '../family.ts';
import type { Law } from '../law.ts';
import { integersOf, wrappedTo } from './exact.ts';
import { type Part, parts } from './parts.ts';

const ops = every(both(keepsIntegers, either(unary, binary)), {
  hardtanh: 'no number of uint8 is as low as its limit of -1',
});

/** Of other ops, an int64 tells, whose low bits are kept. */
const definitions: Readonly<Record<string, (x: bigint, y: bigint) => bigint>> = {
  add: (x, y) => x + y,
  sub: (x, y) => x - y,
  mul: (x, y) => x * y,
  neg: (x) => -x,
  abs: (x) => (x < 0n ? -x : x),
  maximum: (x, y) => (x > y ? x : y),
  minimum: (x, y) => (x < y ? x : y),
};
/** Products of two of these need all bits of a float64 and more. */
const wide: Numbers = { low: -(2 ** 40), high: 2 ** 40, special: true };

const partOf = (op: string, dtype: Dtype, operands: readonly TensorValue[], k: number): Part => {
  const names = ['a', 'b'].slice(0, operands.length).map((name) => `${name}${k}`);
  const named = (mark: string, of: Dtype): [string, TensorValue][] =>
    names.map((name, i) => [`${mark}${name}`, { ...operands[i]!, dtype: of }]);
  const inputs = Object.fromEntries(named('', dtype));
  const step = { op, in: names, out: `c${k}` };
  const defined = definitions[op];
  if (defined) {
    const [x, y] = operands.map(integersOf);
    const due = wrappedTo(
      x!.map((v, i) => defined(v, y?.[i] ?? 0n)),
      dtype,
      [3],
    );
    return { inputs, due: [], steps: [step], expected: () => ({ [step.out]: due }) };
  }
  const out = `long${k}`;
  return {
    inputs: { ...inputs, ...Object.fromEntries(named('long_', 'int64')) },
    // Of some numbers an op has no result: 2 to the power of −1.
    due: [{ op, in: names.map((name) => `long_${name}`), out }],
    steps: [step],
    expected: (seen) => {
      const long = tensorOf(seen[out]);
      return { [step.out]: long && wrappedTo(Array.from(long.data, BigInt), dtype, [3]) };
    },
  };
};

export const wraps: Law = {
  id: 'promotion/wraps',
  title: 'integer arithmetic is exact up to the ends of the range, and wraps beyond',
  clauses: ['dtypes.C1', 'dtypes.C2', 'mul.C2'],
  families: [ops],
  trials: ({ integers }) =>
    integers.length === 0
      ? { lacks: 'an integer dtype' }
      : ops.any.chain((op) => {
          const { operands, domain } = pages[op]!;
          const bounds = operands.map(({ name }) => (domain[name]?.low === undefined ? wide : domain[name]));
          const drawn = fc
            .constantFrom(...integers)
            .chain((dtype) => fc.tuple(fc.constant(dtype), fc.tuple(...bounds.map((one) => tensor(dtype, [3], one)))));
          return parts(drawn, ([dtype, values], k) => partOf(op, dtype, values, k));
        }),
};
