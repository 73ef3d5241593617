import type { Step } from '../values/case.ts';
import type { Check } from './check.ts';
import { as } from './dtypes.ts';
import { Broken, NotChecked } from './ending.ts';
import { listed, same } from './form.ts';
import { elementsOf, type Probed, runOn } from './probed.ts';

interface Probe {
  readonly op: string;
  readonly step: Step;
  /** What rows 1 2 3 and 4 5 6 give, and what comes of elements taken by columns: rows 1 3 5 and 2 4 6. */
  readonly byRows: readonly number[];
  readonly byColumns: readonly number[];
}
const probe = (op: string, options: object, byRows: readonly number[], byColumns: readonly number[]): Probe => ({
  op,
  step: { op, in: ['x'], with: { ...options }, out: 'y' },
  byRows,
  byColumns,
});
/** The same by a vector 1 0 0, which picks the first column. */
const picking = (op: string): Probe => ({
  op,
  step: { op, in: ['x', 'v'], out: 'y' },
  byRows: [1, 4],
  byColumns: [1, 2],
});
const turned = [
  [1, 4, 2, 5, 3, 6],
  [1, 2, 3, 4, 5, 6],
] as const;
const probes: readonly Probe[] = [
  probe('getitem', { index: [1] }, [4, 5, 6], [2, 4, 6]),
  probe('getitem', { index: [1, 0] }, [4], [2]),
  probe('sum', { dim: 0 }, [5, 7, 9], [3, 7, 11]),
  probe('mean', { dim: 1 }, [2, 5], [3, 4]),
  probe('cumsum', { dim: 1 }, [1, 3, 6, 4, 9, 15], [1, 4, 9, 2, 6, 12]),
  probe('T', {}, ...turned),
  probe('transpose', { dim0: 0, dim1: 1 }, ...turned),
  probe('permute', { dims: [1, 0] }, ...turned),
  probe('flatten', {}, [1, 2, 3, 4, 5, 6], [1, 3, 5, 2, 4, 6]),
  picking('matmul'),
  picking('mv'),
  probe('reshape', { shape: [6] }, [1, 2, 3, 4, 5, 6], [1, 3, 5, 2, 4, 6]),
];

export const order: Check<Probed> = {
  name: 'elements lie in row-major order',
  look: async (hand) => {
    const found = probes.filter(({ op }) => hand.has(op));
    const dtype = hand.plain;
    if (dtype === 'bool') throw new NotChecked('the adapter declares bool alone, whose values cannot tell');
    const silent: string[] = [];
    for (const { op, step, byRows, byColumns } of found) {
      const data = [as(dtype, [1, 2, 3]), as(dtype, [4, 5, 6])].map((row) => row.map(Number));
      const outcome = await runOn(
        hand,
        [step],
        ['y'],
        { shape: [2, 3], data },
        { v: { dtype, shape: [3], data: as(dtype, [1, 0, 0]).map(Number) } },
      );
      const seen = outcome.status === 'result' ? elementsOf(outcome.values.y) : undefined;
      if (seen === undefined)
        silent.push(
          outcome.status === 'unsupported' ? `${op}: ${outcome.what} is unsupported` : `${op} gave no tensor`,
        );
      else if (same(seen, as(dtype, byRows), dtype)) return;
      else if (same(seen, as(dtype, byColumns), dtype))
        throw new Broken(
          `${hand.kind === 'adapter' ? 'ops.' : ''}${op} of rows [1, 2, 3] and [4, 5, 6] gave ${listed(seen)}, as if 1 2 3 4 5 6 were two columns' elements`,
          hand.kind === 'adapter'
            ? "data is row-major: transpose in tensor, and back in read, if the library's own order is another"
            : "data is row-major, as it comes and as it goes: transpose both ways if the library's own order is another",
        );
      else silent.push(`${op} gave ${listed(seen)}`);
    }
    if (silent.length > 0) throw new NotChecked(`none of the ops told: ${silent.join('; ')}`);
    throw new NotChecked('ops has nothing that would show it, such as getitem, T, or sum with a dim');
  },
};
