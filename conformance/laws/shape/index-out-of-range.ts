import fc from 'fast-check';
import { shape } from '../../arbitraries/shape.ts';
import { tensor } from '../../arbitraries/tensor.ts';
import { raises } from '../claims.ts';
import type { Law } from '../law.ts';
import { anyDtype } from '../offered.ts';

/** Beyond either end of an axis of size n, by up to more than n. */
const beyond = (n: number): fc.Arbitrary<number> =>
  fc.nat({ max: n + 1 }).chain((by) => fc.constantFrom(n + by, -n - 1 - by));

/** The first op is the control: the last element of the same axis, read in the same way. */
export const indexOutOfRange: Law = {
  id: 'shape/index-out-of-range-raises',
  title: 'an integer beyond either end of its axis raises, alone and in an index tensor, in reading and in writing',
  clauses: ['indexing.C4', 'getitem.C1', 'setitem.C4'],
  trials: (lab) =>
    anyDtype(lab, (dtype) =>
      shape({ minRank: 1, maxRank: 3, maxSize: 3, filled: true }).chain((from) =>
        fc
          .nat({ max: from.length - 1 })
          .chain((at) =>
            fc.record({
              x: tensor(dtype, from),
              at: fc.constant(at),
              wrong: beyond(from[at]!),
              form: fc.constantFrom('integer', 'tensor'),
              writes: fc.boolean(),
            }),
          )
          .map(({ x, at, wrong, form, writes }) => {
            const index = (entry: number, name: string) => [
              ...x.shape.slice(0, at).map(() => ':'),
              form === 'integer' ? entry : { ref: name },
            ];
            const held = (entry: number) => ({ dtype: 'int64' as const, shape: [2], data: [0, entry] });
            const last = x.shape[at]! - 1;
            const step = (entry: number, name: string) =>
              writes
                ? { op: 'setitem', in: ['x', 0], with: { index: index(entry, name) } }
                : { op: 'getitem', in: ['x'], with: { index: index(entry, name) }, out: `read_${name}` };
            return {
              inputs: form === 'integer' ? { x } : { x, last: held(last), wrong: held(wrong) },
              ops: [step(last, 'last'), step(wrong, 'wrong')],
              observe: [],
              statement: () => raises('index_out_of_range', 1),
            };
          }),
      ),
    ),
};
