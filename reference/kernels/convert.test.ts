import { expect, test } from 'vitest';
import { emptyView, restride, type View } from '../memory/view.ts';
import type { Dtype } from '../numbers/dtype.ts';
import { convert, copyInto, scalarView } from './convert.ts';

function of(dtype: Dtype, values: readonly (number | bigint)[]): View {
  const view = emptyView(dtype, [values.length]);
  const { buffer } = view.storage;
  values.forEach((x, i) => {
    if (buffer instanceof BigInt64Array) buffer[i] = BigInt(x);
    else buffer[i] = Number(x);
  });
  return view;
}
const read = (view: View): unknown[] => [...view.storage.buffer];

// PyTorch 1.13.1 on x86: torch.tensor(x, dtype=from).to(to)
test.each<[Dtype, (number | bigint)[], Dtype, (number | bigint)[]]>([
  ['float32', [1.9, -1.9, NaN, 3e9, -0.5], 'int32', [1, -1, -2147483648, -2147483648, 0]],
  ['float64', [1.9, -1.9, Infinity, 1e19], 'int64', [1n, -1n, -(2n ** 63n), -(2n ** 63n)]],
  ['float32', [0.5, 0, -0, NaN], 'bool', [1, 0, 0, 1]],
  ['float32', [-1.5, 300.75], 'uint8', [255, 44]],
  ['int32', [300, -1], 'uint8', [44, 255]],
  ['int32', [130, -129], 'int8', [-126, 127]],
  ['int64', [2n ** 53n + 1n, 2n ** 62n + 2n ** 38n + 1n, 16777217n], 'float32', [2 ** 53, 2 ** 62 + 2 ** 39, 16777216]],
  ['int64', [2n ** 53n + 1n, 2n ** 62n + 1n], 'float64', [2 ** 53, 2 ** 62]],
  ['int64', [2n ** 32n + 7n, 2n ** 31n], 'int32', [7, -2147483648]],
  ['int64', [0n, 256n], 'bool', [0, 1]],
  ['float32', [0.1, 1e6], 'float16', [0.0999755859375, Infinity]],
  ['bool', [1, 0], 'int64', [1n, 0n]],
])('%s %o becomes %s %o', (from, values, to, expected) => {
  expect(read(convert(of(from, values), to))).toEqual(expected);
});

test('a transposed view is converted in the order of its indices', () => {
  const view = restride(of('int64', [0n, 1n, 2n, 3n, 4n, 5n]), [3, 2], [1, 3]);
  expect(read(convert(view, 'float32'))).toEqual([0, 3, 1, 4, 2, 5]);
});

test('a copy is broadcast and converted, and leaves what lies between the strides', () => {
  const out = of('int32', [9, 9, 9, 9, 9, 9]);
  copyInto(restride(out, [2, 2], [3, 2]), of('float32', [1.5, 2.5]));
  expect(read(out)).toEqual([1, 9, 2, 1, 9, 2]);
});

test('a copy of nothing does nothing, wherever its offset', () => {
  const out = of('float32', [1]);
  copyInto(restride(out, [0], [1], 5), of('float32', []));
  expect(read(out)).toEqual([1]);
});

test.each<[number | bigint | boolean, Dtype, number | bigint]>([
  [0.1, 'float32', Math.fround(0.1)],
  [0.1, 'bfloat16', 0.10009765625],
  [300, 'int8', 44],
  [2n ** 63n - 1n, 'int64', 2n ** 63n - 1n],
  [2n ** 53n + 1n, 'float32', 2 ** 53],
  [0.5, 'bool', 1],
  [true, 'float64', 1],
])('the number %s as %s is %s', (x, dtype, expected) => {
  expect(read(scalarView(x, dtype))).toEqual([expected]);
});
