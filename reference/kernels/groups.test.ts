import { expect, test } from 'vitest';
import { emptyView, restride, type View } from '../memory/view.ts';
import { fold, groupsAlong, lanes, offsetsOf } from './groups.ts';
import { walk } from './loop.ts';

/** 0, 1, 2, … in row-major order. */
function counting(shape: number[]): View {
  const view = emptyView('float32', shape);
  view.numbers.forEach((_, i) => {
    view.numbers[i] = i;
  });
  return view;
}
const total = (sum: number, n: number, a: ArrayLike<number>, p: number, s: number): number => {
  let result = sum;
  for (let i = 0; i < n; i++) result += a[p + i * s]!;
  return result;
};

test('offsets are in row-major order of the indices', () => {
  expect([...offsetsOf([2, 3], [1, 10], 5)]).toEqual([5, 15, 25, 6, 16, 26]);
});

test('axes that lie in memory as one are one run', () => {
  const groups = groupsAlong(counting([2, 3, 4]), [1, 2]);
  expect(groups).toMatchObject({ n: 12, step: 1 });
  expect([...groups.starts]).toEqual([0, 12]);
});

test('axes apart from each other are several runs', () => {
  const groups = groupsAlong(counting([2, 3, 4]), [0, 2]);
  expect(groups).toMatchObject({ n: 4, step: 1 });
  expect([[...groups.starts], [...groups.runs]]).toEqual([
    [0, 4, 8],
    [0, 12],
  ]);
});

test.each([
  [[0], [12, 15, 18, 21]],
  [[1], [6, 22, 38]],
  [[0, 1], [66]],
  [[], Array.from({ length: 12 }, (_, i) => i)],
])('a fold along %j meets every element of a group once', (dims, expected) => {
  const out = emptyView('float32', [expected.length]);
  fold(out, counting([3, 4]), dims, 0, total);
  expect([...out.numbers]).toEqual(expected);
});

test('a fold over an empty axis gives its start, finished', () => {
  const out = emptyView('float32', [2]);
  fold(out, counting([2, 0]), [1], 7, total, (x) => -x);
  expect([...out.numbers]).toEqual([-7, -7]);
});

test('a lane is handed over beside the lane of the result', () => {
  const out = emptyView('float32', [3, 2]);
  const reverse = (
    n: number,
    to: { [i: number]: number },
    o: number,
    t: number,
    a: ArrayLike<number>,
    p: number,
    s: number,
  ): void => {
    for (let i = 0; i < n; i++) to[o + i * t] = a[p + (n - 1 - i) * s]!;
  };
  lanes(out, restride(counting([2, 3]), [3, 2], [1, 3]), 0, reverse);
  expect([...out.numbers]).toEqual([2, 5, 1, 4, 0, 3]);
});

test('a walk merges what all views have in one, and meets every element once', () => {
  const [a, b] = [counting([2, 3, 4]), restride(counting([4]), [2, 3, 4], [0, 0, 1])];
  const rows: number[][] = [];
  walk([2, 3, 4], [a, a], (n, [p]) => rows.push([n, p!]));
  walk([2, 3, 4], [a, b], (n, [p, q]) => rows.push([n, p!, q!]));
  walk([0, 3], [a, a], () => rows.push([]));
  expect(rows).toEqual([
    [24, 0],
    [4, 0, 0],
    [4, 4, 0],
    [4, 8, 0],
    [4, 12, 0],
    [4, 16, 0],
    [4, 20, 0],
  ]);
});
