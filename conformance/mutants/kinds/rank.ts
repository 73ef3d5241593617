/** Right for the shapes of every example, wrong for another rank, another axis, or where both operands are stretched. */
import { definitionOf } from '../../pages/options.ts';
import type { Called } from '../calls/called.ts';
import { all, at, off } from '../calls/damage.ts';
import type { Fault } from '../calls/fault.ts';
import { broadcast } from './broadcast.ts';
import { type FaultsOf, hasElements, tensorOperands } from './families.ts';

const kind = 'rank';
const RANKS = [0, 1, 2, 3, 4, 5];

const rankOf = (called: Called): number => called.given[0]?.memory.shape.length ?? -1;
const last = at((i, n) => i === n - 1, off);

const ranks: FaultsOf<Fault> = (page) => {
  if (tensorOperands(page).length === 0) return [];
  return RANKS.flatMap((rank): Fault[] => [
    { kind, name: `wrong in rank ${rank}`, when: (called) => rankOf(called) === rank, result: last },
    ...(rank === 1 || rank === 3 || rank === 4 ? page.differentiable : []).map(
      (of): Fault => ({
        kind,
        name: `gradient of ${of} wrong in rank ${rank}`,
        gradient: {
          of,
          change: (g, _, given) => {
            if (given.memory.shape.length === rank) all(off)(g);
          },
        },
      }),
    ),
  ]);
};

/** The options that name axes. */
const axisOptions = ['dim', 'axis', 'dims', 'dim0', 'dim1', 'start_dim', 'end_dim'] as const;

interface Axes {
  readonly name: string;
  readonly axes: readonly number[];
}
/** How the axes are named that a call goes along. */
const named = ({ options }: Called): readonly Axes[] =>
  axisOptions.flatMap((name): Axes[] => {
    const value = options[name];
    return typeof value === 'number' || (Array.isArray(value) && value.length > 0)
      ? [{ name, axes: [value].flat() as number[] }]
      : [];
  });

/** The op with other axes: another result, maybe in another shape. */
const along =
  (change: (axis: number, rank: number) => number) =>
  (called: Called): { readonly value: unknown } | undefined => {
    const rank = rankOf(called);
    const wrong = (axes: readonly number[]): number[] => axes.map((axis) => change(axis, rank));
    const options = Object.fromEntries(
      named(called).map(({ name, axes }) => [name, Array.isArray(called.options[name]) ? wrong(axes) : wrong(axes)[0]]),
    );
    const value = called.again({ options });
    return value === undefined || Object.keys(options).length === 0 ? undefined : { value };
  };

const anyAxis =
  (suits: (axis: number, rank: number) => boolean) =>
  (called: Called): boolean =>
    named(called).some(({ axes }) => axes.some((axis) => suits(axis, rankOf(called))));

const axes: readonly Fault[] = [
  {
    kind,
    name: 'a negative dim counted from the axis before the last',
    when: anyAxis((axis, rank) => axis < 0 && rank > 1),
    instead: along((axis, rank) => (axis < 0 ? (axis + rank - 1 + rank) % rank : axis)),
  },
  {
    kind,
    name: 'a negative dim taken as if it were positive, in rank 3 and more',
    when: anyAxis((axis, rank) => axis < 0 && rank > 2),
    instead: along((axis) => (axis < 0 ? -axis - 1 : axis)),
  },
  {
    kind,
    name: 'an inner axis taken for the last one',
    when: anyAxis((axis, rank) => inner(axis, rank)),
    instead: along((axis, rank) => (inner(axis, rank) ? rank - 1 : axis)),
  },
  {
    kind,
    name: 'the first axis taken for the last one in rank 3 and more',
    when: anyAxis((axis, rank) => rank > 2 && (axis === 0 || axis === -rank)),
    instead: along((axis, rank) => (axis === 0 || axis === -rank ? rank - 1 : axis)),
  },
  {
    kind,
    name: 'keepdim off for an axis that is not the last',
    when: (called) =>
      called.options.keepdim === true && anyAxis((axis, rank) => axis !== -1 && axis !== rank - 1)(called),
    result: last,
  },
];
const inner = (axis: number, rank: number): boolean => {
  const place = axis < 0 ? axis + rank : axis;
  return place > 0 && place < rank - 1;
};

const several: readonly Fault[] = [
  { name: 'the first alone of several axes', pick: (dims: readonly number[]) => dims.slice(0, 1) },
  { name: 'the last alone of several axes', pick: (dims: readonly number[]) => dims.slice(-1) },
].map(({ name, pick }) => ({
  kind,
  name,
  when: ({ options: { dim } }) => Array.isArray(dim) && dim.length > 1,
  instead: (called) => {
    const value = called.again({ options: { dim: pick(called.options.dim as number[]) } });
    return value === undefined ? undefined : { value };
  },
}));

const severalGradients: FaultsOf<Fault> = ({ differentiable }) =>
  differentiable.map((of) => ({
    kind,
    name: `gradient of ${of} off for several axes`,
    when: ({ options: { dim } }) => Array.isArray(dim) && dim.length > 1,
    gradient: { of, change: all(off) },
  }));

export const rank: FaultsOf<Fault> = (page, op) => [
  ...ranks(page, op),
  ...(axisOptions.some((name) => name in page.options) && hasElements(page, op) ? axes : []),
  ...(definitionOf(page, 'dim')?.startsWith('dims') === true ? [...several, ...severalGradients(page, op)] : []),
  ...broadcast(page, op),
];
