import fc from 'fast-check';
import { leaf, nested } from '../../arbitraries/tensor.ts';
import type { TensorValue } from '../../values/case.ts';
import { flatten } from '../../values/element.ts';
import { together } from '../claims.ts';
import type { Law, Trial } from '../law.ts';
import { again, chain, origin } from './chain.ts';
import { drawn } from './operands.ts';
import { agrees, finest } from './precision.ts';

const size = fc.integer({ min: 1, max: 3 });

/** A leaf whose elements lie in memory in another order. */
export const nonContiguous: Law = {
  id: 'gradients/non-contiguous',
  title: 'a leaf that is transposed in memory gets the gradient of one that is not',
  clauses: ['autograd.C6', 'transpose.C1'],
  trials: (lab) =>
    finest(lab, (precision) =>
      fc
        .tuple(size, size)
        .filter(([m, n]) => m * n <= 6)
        .chain((shape) =>
          chain(precision, { from: 'x', shape, mark: 'y' }).chain((f) =>
            fc
              .record({ x: origin(precision, shape), c: drawn(precision, f.shape, { low: -2, high: 2 }) })
              .map(({ x, c }): Trial => {
                const g = again(f, 'turned', '_2');
                return {
                  inputs: { x: leaf(x), t: transposed(x), ...f.inputs, c },
                  ops: [
                    ...f.steps,
                    { op: 'backward', in: [f.out, 'c'] },
                    { op: 'transpose', in: ['t'], with: { dim0: 0, dim1: 1 }, out: 'turned' },
                    { op: 'requires_grad_', in: ['turned'] },
                    ...g.steps,
                    { op: 'backward', in: [g.out, 'c'] },
                  ],
                  observe: ['x.grad', 'turned.grad'],
                  statement: (seen) => together({ 'turned.grad': agrees(seen['x.grad'], precision) }),
                };
              }),
          ),
        ),
    ),
};

const transposed = ({ dtype, shape: [m = 0, n = 0], data }: TensorValue): TensorValue => {
  const flat = flatten(data);
  const turned = flat.map((_, at) => flat[(at % m) * n + Math.floor(at / m)]!);
  return { dtype, shape: [n, m], data: nested(turned, [n, m]) };
};
