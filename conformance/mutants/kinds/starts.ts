/** Extremes and totals that begin with another value than the first element, or go on from it wrongly. */
import type { Page } from '../../pages/page.ts';
import { all } from '../calls/damage.ts';
import type { Fault } from '../calls/fault.ts';
import type { Elements } from '../calls/memory.ts';

const kind = 'special';

const least = (start: number, sign: 1 | -1): Fault => ({
  kind,
  name: `starts at ${start * sign}`,
  result: (y, _, k) => {
    if (k > 0 || y.dtype === 'bool') return;
    all((_d, v) => {
      if (typeof v === 'bigint') return Number.isInteger(start) && Number(v) * sign < start ? BigInt(start * sign) : v;
      return v * sign < start && (Number.isInteger(start) || y.dtype.startsWith('float')) ? start * sign : v;
    })(y);
  },
});

const STARTS = [0, -1, Number.MIN_VALUE, -Number.MAX_VALUE];

/** After an infinity or a NaN the differences of totals are NaN. */
const spoilsRest = ({ data }: Elements): void => {
  const first = data.findIndex((v) => !Number.isFinite(Number(v)));
  if (first >= 0) data.fill(Number.NaN, first + 1);
};

const FAULTS: Readonly<Record<string, readonly Fault[]>> = {
  max: STARTS.map((start) => least(start, 1)),
  min: STARTS.map((start) => least(start, -1)),
  cumsum: [{ kind, name: 'NaN after what is not finite', result: spoilsRest }],
  equal: [
    {
      kind,
      name: 'true for one tensor without a look',
      instead: ({ args, result }) => (args[0] === args[1] && result === false ? { value: true } : undefined),
    },
  ],
  pow: [
    {
      kind,
      name: 'x ** 0.5 for a root',
      result: (y, { args: [, exponent], given: [x], before }) => {
        const value = (exponent as { readonly value?: unknown } | undefined)?.value ?? exponent;
        if (value !== 0.5 || x === undefined) return;
        const { data } = before(x);
        data.forEach((v, i) => {
          if (v === -Infinity) y.data[i] = Infinity;
        });
      },
    },
  ],
};

/** By its name: where an op begins. */
export const starts = ({ name }: Page): readonly Fault[] => FAULTS[name] ?? [];
