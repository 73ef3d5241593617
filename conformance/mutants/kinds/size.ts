/** Right for few elements, wrong past a tile, in the rest of a vector register, or in the last element. */
import { goesAlong, joins } from '../../pages/families.ts';
import { replaceBy } from '../calls/again.ts';
import type { Called } from '../calls/called.ts';
import { at, off, unwritten, zeroOf } from '../calls/damage.ts';
import type { Fault } from '../calls/fault.ts';
import { countOf } from '../calls/memory.ts';
import { along } from './along.ts';
import { type FaultsOf, hasElements } from './families.ts';
import { products } from './products.ts';

const kind = 'size';

/** The elements of one workgroup, tile or register: what is past them is not reached. */
const TILES = [16, 64, 256, 1024, 4096];
const BLOCKS = [32, 128];

const rest =
  (width: number, past: number) =>
  (i: number, n: number): boolean =>
    n > past && i >= n - (n % width);
const last = (i: number, n: number): boolean => n > 1 && i === n - 1;
const zero = (_: unknown, v: number | bigint): number | bigint => zeroOf(v);

/** Some result, or what is written to, has more elements. */
const more =
  (n: number) =>
  ({ results, given, tools }: Called): boolean =>
    [...results, ...given.map(({ tensor }) => tensor)].some((t) => countOf(tools.memory(t).shape) > n);

const elements: readonly Fault[] = [
  ...TILES.map(
    (n): Fault => ({
      kind,
      name: `nothing written past ${n} elements`,
      when: more(n),
      result: at((i) => i >= n, unwritten),
    }),
  ),
  ...BLOCKS.map(
    (n): Fault => ({
      kind,
      name: `the first ${n} elements again past ${n}`,
      when: more(n),
      result: ({ data }) => {
        for (let i = n; i < data.length; i++) data[i] = data[i % n]!;
      },
    }),
  ),
  { kind, name: 'the last n % 4 elements not written past 16', when: more(16), result: at(rest(4, 16), unwritten) },
  { kind, name: 'the last n % 8 elements not written past 64', when: more(64), result: at(rest(8, 64), unwritten) },
  { kind, name: 'the last of several elements off', result: at(last, off) },
];

const gradients: FaultsOf<Fault> = ({ differentiable }) =>
  differentiable.flatMap((of): Fault[] => [
    ...[64, 1024].map(
      (n): Fault => ({
        kind,
        name: `no gradient of ${of} past ${n} elements`,
        when: more(n),
        gradient: { of, change: at((i) => i >= n, zero) },
      }),
    ),
    {
      kind,
      name: `no gradient of the last n % 4 elements of ${of} past 16`,
      when: more(16),
      gradient: { of, change: at(rest(4, 16), zero) },
    },
    { kind, name: `the last of several gradients of ${of} off`, gradient: { of, change: at(last, off) } },
  ]);

/** Of a list: the items past the k-th. */
const items: readonly Fault[] = [2, 4, 8, 16].map((k) => ({
  kind,
  name: `item ${k + 1} and later read from item ${k}`,
  when: ({ given }) => given.length > k,
  result: (y, called, place) => {
    const [{ tensor, memory }, later] = [called.given[k - 1]!, called.given.slice(k)];
    const alike = later.filter((g) => g.memory.shape.join() === memory.shape.join());
    replaceBy(called, { tensors: new Map(alike.map((g) => [g.tensor, tensor])) }, y, place);
  },
}));

/** Past so many elements, along an axis, of a list. */
export const size: FaultsOf<Fault> = (page, op) => {
  if (!hasElements(page, op)) return [];
  return [
    ...elements,
    ...gradients(page, op),
    ...(goesAlong(page) ? along(page) : []),
    ...(joins(page) ? items : []),
    ...products(page),
  ];
};
