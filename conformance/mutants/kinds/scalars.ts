/** Python's numbers beside tensors, rounded before the op sees them. */
import type { Page } from '../../pages/page.ts';
import type { Dtype } from '../../values/case.ts';
import { replaceBy } from '../calls/again.ts';
import type { Called } from '../calls/called.ts';
import type { Fault } from '../calls/fault.ts';
import type { Elements } from '../calls/memory.ts';

const kind = 'digits';

/** What a number is, of the host's or made a float by the adapter; undefined for what is none. */
const numberOf = (value: unknown): number | undefined => {
  const number = (value as { readonly value?: unknown } | null | undefined)?.value ?? value;
  return typeof number === 'number' ? number : undefined;
};

/** The op with numbers that have been through another dtype. */
const rounded = (called: Called, dtype: Dtype, y: Elements, k: number): void => {
  const { tools, args } = called;
  const numbers = args.slice(0, -1).flatMap((arg): [unknown, unknown][] => {
    const value = numberOf(arg);
    if (value === undefined) return [];
    const cast = tools.ops.to!(tools.make('float64', [], [value]), { dtype });
    return [[arg, tools.values(cast)[0]]];
  });
  replaceBy(called, { tensors: new Map(numbers) }, y, k);
};

/** By its page: a number may stand in place of a tensor. */
export const scalars = ({ operands }: Page): readonly Fault[] => {
  if (!operands.some(({ type }) => type === 'tensor_or_scalar')) return [];
  return [
    {
      kind,
      name: 'numbers rounded to float32 first',
      dtypes: ['float64'],
      result: (y, called, k) => rounded(called, 'float32', y, k),
    },
    {
      kind,
      name: 'numbers rounded to 16 bits first',
      dtypes: ['float16', 'bfloat16'],
      result: (y, called, k) => rounded(called, y.dtype, y, k),
    },
  ];
};
