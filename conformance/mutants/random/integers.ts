/** Random integers and permutations that are not uniform, or take no notice of the seed. */
import type { Called } from '../calls/called.ts';
import type { Fault } from '../calls/fault.ts';
import { Words, wordsOf } from './words.ts';

const kind = 'random';

type Change = (data: number[], called: Called) => number[];

const fault = (name: string, change: Change): Fault => ({
  kind,
  name,
  result: (y, called) => {
    change(y.data.map(Number), called).forEach((v, i) => {
      y.data[i] = typeof y.data[i] === 'bigint' ? BigInt(v) : v;
    });
  },
});

const places = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
const swap = (data: number[], i: number, j: number): void => {
  [data[i], data[j]] = [data[j]!, data[i]!];
};

/** A shuffle: place i is swapped with one that `other` draws. */
const shuffled =
  (other: (i: number, n: number, words: Words) => number): Change =>
  (data) => {
    const words = wordsOf(data);
    const found = places(data.length);
    for (let i = data.length - 1; i > 0; i--) swap(found, i, other(i, data.length, words));
    return found;
  };

const PERMUTATIONS: Readonly<Record<string, Change>> = {
  'the first place kept': shuffled((i, _, words) => 1 + words.below(i)),
  'cycles alone (Sattolo)': shuffled((i, _, words) => words.below(i)),
  'each place swapped with any': shuffled((_, n, words) => words.below(n)),
  'sorted by a comparison that is random': (data) => {
    const words = wordsOf(data);
    return places(data.length).sort(() => words.uniform() - 0.5);
  },
  'turned round by a random number of places': (data) => {
    const by = wordsOf(data).below(Math.max(1, data.length));
    return places(data.length).map((i) => (i + by) % data.length);
  },
  'neighbours swapped alone': (data) => {
    const words = wordsOf(data);
    const found = places(data.length);
    for (let i = 1; i < found.length; i += 2) if (words.below(2) === 1) swap(found, i, i - 1);
    return found;
  },
  'nothing shuffled past 256': (data) =>
    data.length > 256 ? places(data.length).map((i) => (i < 256 ? 255 - i : i)) : data,
  'whatever the seed': (data, { nth }) => {
    const words = new Words(20240229 * (nth + 1));
    const found = places(data.length);
    for (let i = data.length - 1; i > 0; i--) swap(found, i, words.below(i + 1));
    return found;
  },
  'one place twice': (data) => (data.length > 1 ? data.with(0, data[1]!) : data),
  'the same in each call': (data, { kept }) => {
    kept[0] ??= [...data];
    const first = kept[0] as number[];
    return first.length === data.length ? first : data;
  },
};

/** The least and the greatest that are asked for, or that the dtype holds. */
const range = ({ options, results: [x], tools }: Called): readonly [number, number] => {
  const most = { uint8: 255, int8: 127, int16: 32767, int32: 2147483647 } as Readonly<Record<string, number>>;
  const least = Number(options.from ?? 0);
  return [least, options.to === undefined ? (most[tools.dtype(x)] ?? 2 ** 24) : Number(options.to) - 1];
};

const INTEGERS: Readonly<Record<string, Change>> = {
  'the greatest never': (data, called) => {
    const [, high] = range(called);
    return data.map((v) => (v === high ? v - 1 : v));
  },
  'the least never': (data, called) => {
    const [low] = range(called);
    return data.map((v) => (v === low ? v + 1 : v));
  },
  'negative ones too': (data) => data.map((v, i) => (i % 2 === 1 ? -v : v)),
  'even ones alone': (data) => data.map((v) => v - (Math.abs(v) % 2)),
  'one more than the greatest at times': (data, called) => {
    const [, high] = range(called);
    return called.options.to === undefined ? data : data.map((v) => (v === high ? v + 1 : v));
  },
  'the lower half alone': (data, called) => {
    const [low, high] = range(called);
    const middle = low + Math.floor((high - low) / 2);
    return data.map((v) => (v > middle ? v - middle + low - 1 : v));
  },
  'equal pairs': (data) => data.map((v, i) => (i % 2 === 1 ? data[i - 1]! : v)),
  'in turn': (data, called) => {
    const [low, high] = range(called);
    return data.map((_, i) => low + (i % Math.max(1, high - low + 1)));
  },
  'from left out': (data, called) => data.map((v) => v - Number(called.options.from ?? 0)),
};

const list = (changes: Readonly<Record<string, Change>>): readonly Fault[] =>
  Object.entries(changes).map(([name, change]) => fault(name, change));

/** By the op that draws. */
export const WHOLE: Readonly<Record<string, readonly Fault[]>> = {
  randperm: list(PERMUTATIONS),
  random_: list(INTEGERS),
};
