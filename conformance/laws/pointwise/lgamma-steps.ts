import { tensor } from '../../arbitraries/tensor.ts';
import { all, numbers, tensorOf, valued } from '../claims.ts';
import { small } from '../gradients/operands.ts';
import type { Law } from '../law.ts';
import { wideFloat } from '../offered.ts';

/** ln Γ(x + 1) = ln Γ(x) + ln x, for x whose neighbour is a number of the dtype too. */
export const lgammaSteps: Law = {
  id: 'pointwise/lgamma-steps',
  title: 'from one number to the next but one, lgamma grows by the logarithm of the first',
  clauses: ['lgamma.C2'],
  trials: (lab) =>
    wideFloat(lab, (dtype) =>
      small(12).chain((shape) =>
        tensor('int32', shape, { low: 1, high: 400 }).map((n) => ({
          inputs: { n },
          ops: [
            { op: 'to', in: ['n'], with: { dtype }, out: 'm' },
            { op: 'div', in: ['m', 8], out: 'x' },
            { op: 'add', in: ['x', 1], out: 'y' },
            { op: 'lgamma', in: ['x'], out: 'a' },
            { op: 'lgamma', in: ['y'], out: 'b' },
          ],
          observe: ['x', 'a', 'b'],
          statement: ({ x, a }) => {
            const [from, seen] = [numbers(x), tensorOf(a)];
            if (seen === undefined) return undefined;
            const due = numbers(seen).map((v, i) => v + Math.log(from[i]!));
            return all({
              b: valued(seen, due, dtype === 'float32' ? { rtol: 2e-6, atol: 2e-6 } : { rtol: 1e-14, atol: 1e-14 }),
            });
          },
        })),
      ),
    ),
};
