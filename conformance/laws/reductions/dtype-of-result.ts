import fc from 'fast-check';
import { tensor } from '../../arbitraries/tensor.ts';
import type { Dtype } from '../../values/case.ts';
import { isFloat } from '../../values/dtypes.ts';
import { all } from '../claims.ts';
import type { Law } from '../law.ts';
import { anyDtype } from '../offered.ts';
import { oneOrAll, reduce } from './along.ts';

const own = (dtype: Dtype): Dtype => dtype;
const summed = (dtype: Dtype): Dtype => (isFloat(dtype) ? dtype : 'int64');
const place = (): Dtype => 'int64';
const rules: Readonly<Record<string, (dtype: Dtype) => Dtype>> = {
  sum: summed,
  cumsum: summed,
  max: own,
  min: own,
  argmax: place,
  argmin: place,
  mean: own,
  var: own,
  std: own,
  norm: own,
};
const onlyFloats: ReadonlySet<string> = new Set(['mean', 'var', 'std', 'norm']);
/** PyTorch has no argmax of booleans, and on a CPU no cumsum of `float16`. */
const without: Readonly<Partial<Record<Dtype, readonly string[]>>> = {
  bool: ['argmax', 'argmin'],
  float16: ['cumsum'],
};
const suits = (op: string, dtype: Dtype): boolean =>
  (isFloat(dtype) || !onlyFloats.has(op)) && !without[dtype]?.includes(op);

export const dtypeOfResult: Law = {
  id: 'reductions/dtype-of-result',
  title: 'integers and booleans are summed in int64, places are int64, and everything else keeps the dtype',
  clauses: ['sum.C2', 'cumsum.C2', 'argmax.C1', 'argmin.C1', 'max.C1', 'min.C1'],
  trials: (lab) =>
    anyDtype(lab, (dtype) => {
      const ops = Object.keys(rules).filter((op) => suits(op, dtype));
      return fc.tuple(fc.constantFrom(...ops), oneOrAll).chain(([op, { shape, options }]) =>
        tensor(dtype, shape).map((x) => ({
          inputs: { x },
          ops: [reduce(op, 'x', 'y', op === 'cumsum' ? { dim: 0 } : options)],
          observe: ['y'],
          statement: () => all({ y: { dtype: rules[op]!(dtype) } }),
        })),
      );
    }),
};
