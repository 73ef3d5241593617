/** Index expressions, wrong for one of the many ways to write them. */
import { definitionOf } from '../../pages/options.ts';
import type { Called } from '../calls/called.ts';
import { all, at, off } from '../calls/damage.ts';
import type { Fault } from '../calls/fault.ts';
import { type FaultsOf, writesTo } from './families.ts';

const kind = 'indexing';

/** One entry of an index, in the reference's own form of a case. */
type Item = number | boolean | null | '...' | { start?: number; stop?: number; step?: number } | { tensor: unknown };

const isSlice = (item: Item): item is { start?: number; stop?: number; step?: number } =>
  typeof item === 'object' && item !== null && !('tensor' in item);
const isTensor = (item: Item): item is { tensor: unknown } =>
  typeof item === 'object' && item !== null && 'tensor' in item;

interface Index {
  readonly items: readonly Item[];
  readonly tensors: readonly {
    dtype: string;
    shape: readonly number[];
    data: readonly (number | bigint | boolean)[];
  }[];
  readonly shape: readonly number[];
}

const indexOf = ({ options, tools, given: [self] }: Called): Index => {
  const items = (options.index ?? []) as readonly Item[];
  const tensors = items.filter(isTensor).map(({ tensor }) => ({
    dtype: tools.dtype(tensor),
    shape: tools.shape(tensor),
    data: tools.values(tensor),
  }));
  return { items, tensors, shape: self?.memory.shape ?? [] };
};

const places = ({ tensors }: Index): Index['tensors'] => tensors.filter(({ dtype }) => dtype !== 'bool');
const masks = ({ tensors }: Index): Index['tensors'] => tensors.filter(({ dtype }) => dtype === 'bool');
const slices = ({ items }: Index) => items.filter(isSlice);
const repeats = (data: readonly unknown[]): boolean => new Set(data).size < data.length;

const WAYS: Readonly<Record<string, (index: Index) => boolean>> = {
  'a negative place': ({ items }) => items.some((item) => typeof item === 'number' && item < 0),
  'two places': ({ items }) => items.filter((item) => typeof item === 'number').length > 1,
  'a place behind a slice': ({ items }) => items.findIndex(isSlice) >= 0 && typeof items.at(-1) === 'number',
  'a slice from a negative place': (index) => slices(index).some(({ start = 0 }) => start < 0),
  'a slice to a negative place': (index) => slices(index).some(({ stop = 0 }) => stop < 0),
  'a slice past the end': (index) =>
    index.items.some((item, i) => isSlice(item) && (item.stop ?? 0) > (index.shape[i] ?? Infinity)),
  'a slice by steps': (index) => slices(index).some(({ step = 1 }) => step > 1),
  'a slice by steps from a later place': (index) =>
    slices(index).some(({ start = 0, step = 1 }) => step > 1 && start > 0),
  'a slice by steps from a negative place': (index) =>
    slices(index).some(({ start = 0, step = 1 }) => step > 1 && start < 0),
  'two slices': (index) => slices(index).length > 1,
  'an ellipsis in front': ({ items }) => items.length > 1 && items[0] === '...',
  'an ellipsis inside': ({ items }) => items.indexOf('...') > 0,
  'a new axis': ({ items }) => items.includes(null),
  'a new axis inside': ({ items }) => items.indexOf(null) > 0,
  'true or false': ({ items }) => items.some((item) => typeof item === 'boolean'),
  'a mask': (index) => masks(index).some(({ shape }) => shape.length === 1),
  'a mask of rank 2': (index) => masks(index).some(({ shape }) => shape.length === 2),
  'a mask behind something': (index) => masks(index).length > 0 && index.items.length > 1,
  'a tensor of places': (index) => places(index).length === 1,
  'negative places in a tensor': (index) => places(index).some(({ data }) => data.some((v) => Number(v) < 0)),
  'places of rank 2': (index) => places(index).some(({ shape }) => shape.length === 2),
  'places without axes': (index) => places(index).some(({ shape }) => shape.length === 0),
  'no places': (index) => places(index).some(({ data }) => data.length === 0),
  'repeated places': (index) => places(index).length === 1 && places(index).some(({ data }) => repeats(data)),
  'two tensors of places': (index) => places(index).length > 1,
  'two tensors that stretch each other': (index) => new Set(places(index).map(({ shape }) => shape.join())).size > 1,
  'two tensors apart': ({ items }) =>
    items
      .map((item) => (isTensor(item) ? 't' : 'o'))
      .join('')
      .includes('tot'),
  'repeated pairs of places': (index) => {
    const [a, b] = places(index);
    return b !== undefined && a!.data.length === b.data.length && repeats(a!.data.map((v, i) => `${v} ${b.data[i]}`));
  },
  'places behind a slice': ({ items }) =>
    items.findIndex(isSlice) >= 0 && items.findIndex(isTensor) > items.findIndex(isSlice),
  'places beside a number': ({ items }) => items.some(isTensor) && items.some((item) => typeof item === 'number'),
  'places in int32': (index) => places(index).some(({ dtype }) => dtype === 'int32'),
};

/** By its page: it takes an index expression. */
export const indexing: FaultsOf<Fault> = (page, op) => {
  if (definitionOf(page, 'index') !== 'index') return [];
  const written = writesTo(page, op) ? page.operands.map(({ name }) => name) : page.differentiable;
  return Object.entries(WAYS).flatMap(([way, suits]): Fault[] => [
    {
      kind,
      name: `last element off for ${way}`,
      when: (called) => suits(indexOf(called)),
      result: at((i, n) => i === n - 1, off),
    },
    ...written
      .filter((name) => page.differentiable.includes(name))
      .map(
        (of): Fault => ({
          kind,
          name: `gradient of ${of} off for ${way}`,
          when: (called) => suits(indexOf(called)),
          gradient: { of, change: all(off) },
        }),
      ),
  ]);
};
