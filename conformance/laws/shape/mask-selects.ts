import fc from 'fast-check';
import { type Shape, shape, volume } from '../../arbitraries/shape.ts';
import { tensor } from '../../arbitraries/tensor.ts';
import { flatten } from '../../values/element.ts';
import { all } from '../claims.ts';
import type { Law } from '../law.ts';
import { anyDtype } from '../offered.ts';
import { showing } from './places.ts';

export const maskSelects: Law = {
  id: 'shape/mask-selects',
  title: 'a bool tensor takes the elements where it holds, in row-major order, along as many axes as it has',
  clauses: ['indexing.C5', 'getitem.C2'],
  trials: (lab) =>
    lab.dtypes.includes('bool')
      ? anyDtype(lab, (dtype) =>
          shape({ minRank: 1, maxRank: 3, maxSize: 3 })
            .chain((from) => fc.tuple(fc.constant(from), fc.integer({ min: 1, max: from.length })))
            .chain(([from, rank]) =>
              fc
                .record({ x: tensor(dtype, from, { special: true }), mask: tensor('bool', from.slice(0, rank)) })
                .map((inputs) => {
                  const rest: Shape = from.slice(rank);
                  const each = volume(rest);
                  const held = flatten(inputs.mask.data).flatMap((holds, at) => (holds === true ? [at] : []));
                  const at = held.flatMap((row) => Array.from({ length: each }, (_, k) => row * each + k));
                  return {
                    inputs,
                    ops: [{ op: 'getitem', in: ['x'], with: { index: [{ ref: 'mask' }] }, out: 'y' }],
                    observe: ['y'],
                    statement: () => all({ y: showing(inputs.x, [held.length, ...rest], at) }),
                  };
                }),
            ),
        )
      : { lacks: 'bool' },
};
