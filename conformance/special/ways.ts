/** The ways in which an op is asked by its options. */
import type { Literal } from '../values/case.ts';

export type Options = Readonly<Record<string, Literal>>;

/** By what the names of their results end in, beside what every op is asked without options. */
const WAYS: Readonly<Record<string, Readonly<Record<string, Options>>>> = {
  div: { '': {}, _trunc: { rounding_mode: 'trunc' }, _floor: { rounding_mode: 'floor' } },
  norm: {
    '': {},
    _0: { p: 0 },
    _1: { p: 1 },
    _3: { p: 3 },
    _half: { p: 0.5 },
    _minus_1: { p: -1 },
    _inf: { p: { float: 'Infinity' } },
    _minus_inf: { p: { float: '-Infinity' } },
  },
  smooth_l1_loss: { '': {}, _0: { beta: 0 } },
  // Which of the two is the default is a convention.
  std: { '': { unbiased: true }, _biased: { unbiased: false } },
  var: { '': { unbiased: true }, _biased: { unbiased: false } },
  std_mean: { '': { unbiased: true }, _biased: { unbiased: false } },
  var_mean: { '': { unbiased: true }, _biased: { unbiased: false } },
};

export const waysOf = (op: string): readonly (readonly [string, Options])[] => Object.entries(WAYS[op] ?? { '': {} });

/** The ways in which an op has a gradient: a count of elements has none, and whether that is nothing or zeros is asked by a case of its own. */
export const recordedWaysOf = (op: string): ReturnType<typeof waysOf> =>
  waysOf(op).filter(([way]) => op !== 'norm' || way !== '_0');

const numeric = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'float' in value ? Number(value.float) : value;

/** Which of its ways a call takes, by its options; those that all ways have make no difference. */
export function wayOf(op: string, given: Readonly<Record<string, unknown>>): string {
  const ways = waysOf(op);
  const telling = new Set(ways.flatMap(([, options]) => Object.keys(options)));
  const way = ways.find(([, options]) => [...telling].every((key) => numeric(options[key]) === given[key]));
  return way?.[0] ?? '';
}
