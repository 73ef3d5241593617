import { tensor } from '../../arbitraries/tensor.ts';
import { all, numbers, tensorOf, valued } from '../claims.ts';
import { small } from '../gradients/operands.ts';
import type { Law } from '../law.ts';
import { wideFloat } from '../offered.ts';

/** erfc(−x) = 1 + erf(x): both sides are between 0 and 2, and none has lost digits of it. */
export const erfAndErfc: Law = {
  id: 'pointwise/erf-and-erfc',
  title: 'the complement of the error function at −x is 1 and the error function at x',
  clauses: ['erf.C2', 'erfc.C2'],
  trials: (lab) =>
    wideFloat(lab, (dtype) =>
      small(12).chain((shape) =>
        tensor(dtype, shape, { low: -1, high: 4 }).map((x) => ({
          inputs: { x },
          ops: [
            { op: 'erf', in: ['x'], out: 'e' },
            { op: 'neg', in: ['x'], out: 'n' },
            { op: 'erfc', in: ['n'], out: 'c' },
          ],
          observe: ['e', 'c'],
          statement: ({ e }) => {
            const seen = tensorOf(e);
            if (seen === undefined) return undefined;
            const due = numbers(seen).map((v) => 1 + v);
            return all({ c: valued(seen, due, { rtol: dtype === 'float32' ? 3e-6 : 1e-14, normwise: 0 }) });
          },
        })),
      ),
    ),
};
