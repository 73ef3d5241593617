import fc from 'fast-check';
import type { Shape } from '../../arbitraries/shape.ts';
import { leaf, nested } from '../../arbitraries/tensor.ts';
import type { TensorValue } from '../../values/case.ts';
import { decode, flatten } from '../../values/element.ts';
import { numbers, together } from '../claims.ts';
import type { Law, Trial } from '../law.ts';
import { again, chain, origin } from './chain.ts';
import { drawn, small } from './operands.ts';
import { finest, near, type Precision } from './precision.ts';

/** Nothing on the way back looks at how large the gradient is. */
export const cotangentLinear: Law = {
  id: 'gradients/cotangent-linear',
  title: 'the gradient is linear in the cotangent',
  clauses: ['backward.C2', 'autograd.C8'],
  trials: (lab) => finest(lab, (precision) => small().chain((shape) => trial(precision, shape))),
};

const trial = (precision: Precision, shape: Shape): fc.Arbitrary<Trial> =>
  chain(precision, { from: 'x', shape, mark: 'y' }).chain((f) =>
    fc
      .record({
        x: origin(precision, shape),
        c: drawn(precision, f.shape, { low: -4, high: 4 }),
        d: drawn(precision, f.shape, { low: -4, high: 4 }),
      })
      .map(({ x, c, d }): Trial => {
        const [g, h] = [again(f, 'x2', '_2'), again(f, 'x3', '_3')];
        return {
          inputs: { x: leaf(x), x2: leaf(x), x3: leaf(x), ...f.inputs, c, d, e: combined(c, d) },
          ops: [
            ...f.steps,
            ...g.steps,
            ...h.steps,
            { op: 'backward', in: [f.out, 'c'] },
            { op: 'backward', in: [g.out, 'd'] },
            { op: 'backward', in: [h.out, 'e'] },
          ],
          observe: ['x.grad', 'x2.grad', 'x3.grad'],
          statement: (seen) => {
            const [p, q] = [numbers(seen['x.grad']), numbers(seen['x2.grad'])];
            const sum = p.map((value, i) => 2 * value - 3 * q[i]!);
            const terms = p.map((value, i) => 2 * Math.abs(value) + 3 * Math.abs(q[i]!));
            return together({ 'x3.grad': near(seen['x3.grad'], sum, precision, terms) });
          },
        };
      }),
  );

/** 2c − 3d. */
const combined = (c: TensorValue, d: TensorValue): TensorValue => {
  const [p, q] = [c, d].map((t) => flatten(t.data).map((e) => Number(decode(e, t.dtype))));
  return {
    ...c,
    data: nested(
      p!.map((value, i) => 2 * value - 3 * q![i]!),
      c.shape,
    ),
  };
};
