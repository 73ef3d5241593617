import { expect, test } from 'vitest';
import { emptyView, restride, type View } from '../memory/view.ts';
import type { Dtype } from '../numbers/dtype.ts';
import { multiply } from './matrix-product.ts';

function of(dtype: Dtype, shape: number[], values: readonly number[]): View {
  const view = emptyView(dtype, shape);
  const { buffer } = view.storage;
  values.forEach((x, i) => {
    if (buffer instanceof BigInt64Array) buffer[i] = BigInt(x);
    else buffer[i] = x;
  });
  return view;
}

// [[1, 2, 3], [4, 5, 6]] · [[1, 4], [2, 5], [3, 6]], by hand
test.each(['float32', 'float64', 'int32', 'int64'] as const)('%s rows meet columns, whatever the strides', (dtype) => {
  const a = of(dtype, [2, 3], [1, 2, 3, 4, 5, 6]);
  const out = emptyView(dtype, [2, 2]);
  multiply(out, a, restride(a, [3, 2], [1, 3]));
  expect([...out.storage.buffer].map(Number)).toEqual([14, 32, 32, 77]);
});

test.each([1, 2, 3, 4, 5, 8, 9])('%d terms are all added', (k) => {
  const out = emptyView('float64', [1, 1]);
  multiply(
    out,
    of(
      'float64',
      [1, k],
      Array.from({ length: k }, (_, i) => i + 1),
    ),
    of('float64', [k, 1], new Array(k).fill(1)),
  );
  expect(out.numbers[0]).toBe((k * (k + 1)) / 2);
});

test('int32 wraps where float64 would lose bits', () => {
  const out = emptyView('int32', [1, 1]);
  multiply(out, of('int32', [1, 2], [2147483647, 1]), of('int32', [2, 1], [2147483647, 1]));
  expect(out.numbers[0]).toBe(2); // (2³¹−1)² + 1 ≡ 1 + 1 (mod 2³²)
});

test('no terms are zero, and no rows are nothing', () => {
  const out = of('float32', [1, 2], [9, 9]);
  multiply(out, emptyView('float32', [1, 0]), emptyView('float32', [0, 2]));
  expect([...out.numbers]).toEqual([0, 0]);
  expect(() =>
    multiply(emptyView('float32', [0, 2]), emptyView('float32', [0, 3]), emptyView('float32', [3, 2])),
  ).not.toThrow();
});
