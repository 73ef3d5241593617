import fc from 'fast-check';
import { broadcastable } from '../../arbitraries/shape.ts';
import { nested, tensor } from '../../arbitraries/tensor.ts';
import { element } from '../../values/decimal.ts';
import { all } from '../claims.ts';
import type { Law } from '../law.ts';
import { anyFloat } from '../offered.ts';
import { joint, stretched } from './reading.ts';

export const whereStretchesThree: Law = {
  id: 'broadcasting/where-stretches-three',
  title: 'where stretches its condition and both of its branches',
  clauses: ['where.C1', 'where.C2', 'broadcasting.C2', 'broadcasting.C3'],
  trials: (lab) =>
    lab.dtypes.includes('bool')
      ? anyFloat(lab, (dtype) =>
          broadcastable(3, { maxRank: 4, maxSize: 3 }).chain(([s = [], a = [], b = []]) =>
            fc.record({ s: tensor('bool', s), a: tensor(dtype, a), b: tensor(dtype, b) }).map((inputs) => {
              const shape = joint(s, a, b);
              const [x, y] = [stretched(inputs.a, shape), stretched(inputs.b, shape)];
              const data = stretched(inputs.s, shape).map((holds, i) => element((holds ? x : y)[i]!, dtype));
              return {
                inputs,
                ops: [{ op: 'where', in: ['s', 'a', 'b'], out: 'c' }],
                observe: ['c'],
                statement: () => all({ c: { dtype, shape, data: nested(data, shape), tolerance: 'exact' } }),
              };
            }),
          ),
        )
      : { lacks: 'bool' },
};
