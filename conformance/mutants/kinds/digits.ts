/** Right to the eye, wrong in the last digits: errors that a large result hides, small results lost, cheaper formulas. */
import type { Dtype } from '../../values/case.ts';
import { all, type Element } from '../calls/damage.ts';
import type { Fault } from '../calls/fault.ts';
import type { Elements } from '../calls/memory.ts';
import { computes, type FaultsOf, hasElements } from './families.ts';
import { formulas } from './formulas.ts';
import { scalars } from './scalars.ts';

const kind = 'digits';

const only =
  (dtype: Dtype, change: (v: number) => number) =>
  (y: Elements): void => {
    if (y.dtype !== dtype) return;
    all((_, v: Element) => (Number.isFinite(v as number) ? change(v as number) : v))(y);
    if (dtype === 'float32') all((_, v) => Math.fround(v as number))(y);
  };

/** What a library makes of each number of a dtype. */
const ERRORS: readonly { readonly told: string; readonly dtype: Dtype; readonly change: (v: number) => number }[] = [
  { told: '3e-6 too large', dtype: 'float32', change: (v) => v + 3e-6 },
  { told: '3e-9 too large', dtype: 'float64', change: (v) => v + 3e-9 },
  { told: 'one in 1e5 too large', dtype: 'float32', change: (v) => v * (1 + 1e-5) },
  { told: 'one in 1e9 too large', dtype: 'float64', change: (v) => v * (1 + 1e-9) },
  { told: '0 where less than 1e-6 is due', dtype: 'float32', change: (v) => (Math.abs(v) < 1e-6 ? 0 : v) },
  { told: '0 where less than 1e-12 is due', dtype: 'float64', change: (v) => (Math.abs(v) < 1e-12 ? 0 : v) },
];

const gradients: FaultsOf<Fault> = ({ differentiable }) =>
  differentiable.flatMap((of) =>
    ERRORS.map(
      ({ told, dtype, change }): Fault => ({
        kind,
        name: `gradient of ${of}: ${told} in ${dtype}`,
        dtypes: [dtype],
        gradient: { of, change: only(dtype, change) },
      }),
    ),
  );

const values: readonly Fault[] = ERRORS.map(({ told, dtype, change }) => ({
  kind,
  name: `${told} in ${dtype}`,
  dtypes: [dtype],
  result: only(dtype, change),
}));

/** By its page: numbers that were computed, their gradients, and Python's numbers beside tensors. */
export const digits: FaultsOf<Fault> = (page, op) => [
  ...(computes(page) && hasElements(page, op) && page.feature !== 'random' ? values : []),
  ...(page.accuracy !== 'exact' && Object.keys(page.saves ?? {}).length > 0 ? gradients(page, op) : []),
  ...scalars(page),
  ...formulas(page),
];
