/** Libraries that keep a convention each, by another way than the suite states it. */
import type { Call, Tools } from '../../../mutants/mutation.ts';
import type { Literal } from '../../../values/case.ts';

export const none = {};
const { NaN: nan, POSITIVE_INFINITY: infinity } = Number;

/** As a library does it that has this convention. */
export type Way = (tools: Tools, right: Call) => Call;

export interface Kept {
  readonly id: string;
  readonly op: string;
  readonly way: Way;
  /** Operands that come to the point. */
  readonly at: readonly (readonly number[])[];
  readonly options?: Readonly<Record<string, Literal>>;
  /** Operands that do not. */
  readonly beside: readonly (readonly number[])[];
}

const first =
  (op: 'max' | 'min', of: (x: unknown, tools: Tools) => unknown = (x) => x): Way =>
  (tools) =>
  (x) =>
    (tools.ops[op]!(tools.ops.flatten!(of(x, tools), none), { dim: 0 }) as readonly unknown[])[0];

/** Each element that attains it adds what it lacks to itself, with this share of the gradient. */
const added =
  (share: (count: unknown, { ops }: Tools) => unknown): Way =>
  (tools, right) =>
  (x, o) => {
    const { ops } = tools;
    const actual = right(x, o);
    const [values, ...rest] = Array.isArray(actual) ? actual : [actual];
    const ties = ops.eq!(x, tools.detach(values), none);
    const weight = share(ops.sum!(ties, { dim: 0, keepdim: true }), tools);
    const terms = ops.mul!(ops.mul!(ops.sub!(x, tools.detach(x), none), ties, none), weight, none);
    const out = ops.add!(tools.detach(values), ops.sum!(terms, none), none);
    return rest.length > 0 ? [out, ...rest] : out;
  };

export const where =
  (condition: string, by: number, then: (x: unknown, tools: Tools, right: Call) => unknown): Way =>
  (tools, right) =>
  (x, ...rest) => {
    const { ops } = tools;
    return ops.where!(ops[condition]!(x, by, none), then(x, tools, right), right(x, ...rest), none);
  };

const pair =
  (condition: string): Way =>
  ({ ops }) =>
  (a, b) =>
    ops.where!(ops[condition]!(a, b, none), a, b, none);

export const rows: readonly Kept[] = [
  {
    id: 'sign-of-nan',
    op: 'sign',
    way: (tools, right) => (x, o) => {
      const { ops } = tools;
      return ops.where!(ops.ne!(x, x, none), nan, right(x, o), none);
    },
    at: [[nan, -2, 3]],
    beside: [[1, -2, 3]],
  },
  { id: 'abs-gradient-at-zero', op: 'abs', way: where('ge', 0, (x) => x), at: [[0, -2, 3]], beside: [[1, -2, 3]] },
  {
    id: 'abs-gradient-at-zero',
    op: 'abs',
    way: where('le', 0, (x, { ops }) => ops.add!(ops.neg!(x, none), 0, none)),
    at: [[0, -2, 3]],
    beside: [[1, -2, 3]],
  },
  {
    id: 'relu-gradient-one-at-zero',
    op: 'relu',
    way: where('ge', 0, (x) => x),
    at: [[0, -2, 3]],
    beside: [[1, -2, 3]],
  },
  {
    id: 'relu-gradient-half-at-zero',
    op: 'relu',
    way: (tools) => (x) => tools.ops.maximum!(x, tools.ops.zeros_like!(x, none), none),
    at: [[0, -2, 3]],
    beside: [[1, -2, 3]],
  },
  {
    id: 'prelu-gradient-one-at-zero',
    op: 'prelu',
    way: where('ge', 0, (x) => x),
    at: [[0, -2, 3], [0.5]],
    beside: [[1, -2, 3], [0.5]],
  },
  {
    id: 'norm-gradient-first-maximum',
    op: 'norm',
    options: { p: { float: 'Infinity' } },
    way: (tools, right) => (x, o) => {
      const { p } = o as { readonly p: number };
      const magnitudes = first('max', () => tools.ops.abs!(x, none))(tools, right);
      return p === infinity ? magnitudes(x) : right(x, o);
    },
    at: [[1, -3, 3]],
    beside: [[1, -3, 2]],
  },
  ...(['max', 'min'] as const).flatMap((op): Kept[] => {
    const [at, beside] = [[[2, -2, 2, -2]], [[2, 1, 3, -2]]];
    return [
      { id: 'tie-to-one', op, way: first(op), at, beside },
      { id: 'tie-to-one', op, way: first(op), at: [[infinity, -infinity, infinity, -infinity]], beside },
      { id: 'tie-shared', op, options: { dim: 0 }, way: added((k, { ops }) => ops.div!(1, k, none)), at, beside },
    ];
  }),
  ...[
    ['maximum', 'gt', 'ge'],
    ['minimum', 'lt', 'le'],
  ].flatMap(([op = '', strict = '', weak = '']): Kept[] => {
    const [at, beside] = [
      [
        [2, 3, 1],
        [2, 1, 3],
      ],
      [
        [2, 3, 1],
        [4, 1, 3],
      ],
    ];
    return [
      { id: 'tie-to-one', op, way: pair(weak), at, beside },
      { id: 'tie-to-one', op, way: pair(strict), at, beside },
    ];
  }),
];
