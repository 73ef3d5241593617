import type { Step } from '../values/case.ts';
import type { Check } from './check.ts';
import { as } from './dtypes.ts';
import { Broken, NotChecked } from './ending.ts';
import { elementsOf, type Probe, runOn } from './probe.ts';
import { listed, same } from './read-faults.ts';

interface Example {
  readonly op: string;
  readonly step: Step;
  /** What rows 1 2 3 and 4 5 6 give, and what comes of elements taken by columns: rows 1 3 5 and 2 4 6. */
  readonly byRows: readonly number[];
  readonly byColumns: readonly number[];
}
const example = (op: string, options: object, byRows: readonly number[], byColumns: readonly number[]): Example => ({
  op,
  step: { op, in: ['x'], with: { ...options }, out: 'y' },
  byRows,
  byColumns,
});
/** The same by a vector 1 0 0, which picks the first column. */
const picking = (op: string): Example => ({
  op,
  step: { op, in: ['x', 'v'], out: 'y' },
  byRows: [1, 4],
  byColumns: [1, 2],
});
const turned = [
  [1, 4, 2, 5, 3, 6],
  [1, 2, 3, 4, 5, 6],
] as const;
const examples: readonly Example[] = [
  example('getitem', { index: [1] }, [4, 5, 6], [2, 4, 6]),
  example('getitem', { index: [1, 0] }, [4], [2]),
  example('sum', { dim: 0 }, [5, 7, 9], [3, 7, 11]),
  example('mean', { dim: 1 }, [2, 5], [3, 4]),
  example('cumsum', { dim: 1 }, [1, 3, 6, 4, 9, 15], [1, 4, 9, 2, 6, 12]),
  example('T', {}, ...turned),
  example('transpose', { dim0: 0, dim1: 1 }, ...turned),
  example('permute', { dims: [1, 0] }, ...turned),
  example('flatten', {}, [1, 2, 3, 4, 5, 6], [1, 3, 5, 2, 4, 6]),
  picking('matmul'),
  picking('mv'),
  example('reshape', { shape: [6] }, [1, 2, 3, 4, 5, 6], [1, 3, 5, 2, 4, 6]),
];

export const order: Check<Probe> = {
  name: 'elements lie in row-major order',
  look: async (probe) => {
    const found = examples.filter(({ op }) => probe.has(op));
    const dtype = probe.plain;
    if (dtype === 'bool') throw new NotChecked('the adapter declares bool alone, whose values cannot tell');
    const silent: string[] = [];
    for (const { op, step, byRows, byColumns } of found) {
      const data = [as(dtype, [1, 2, 3]), as(dtype, [4, 5, 6])].map((row) => row.map(Number));
      const outcome = await runOn(
        probe,
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
          `${probe.kind === 'adapter' ? 'ops.' : ''}${op} of rows [1, 2, 3] and [4, 5, 6] gave ${listed(seen)}, as if 1 2 3 4 5 6 were two columns' elements`,
          probe.kind === 'adapter'
            ? "data is row-major: transpose in tensor, and back in read, if the library's own order is another"
            : "data is row-major, as it comes and as it goes: transpose both ways if the library's own order is another",
        );
      else silent.push(`${op} gave ${listed(seen)}`);
    }
    if (silent.length > 0) throw new NotChecked(`none of the ops told: ${silent.join('; ')}`);
    throw new NotChecked('ops has nothing that would show it, such as getitem, T, or sum with a dim');
  },
};
