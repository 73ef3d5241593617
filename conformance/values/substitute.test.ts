import { expect, test } from 'vitest';
import type { Dtype } from './case.ts';
import type { Decoded } from './element.ts';
import { withinSubstitute } from './substitute.ts';

test.each<[Decoded, Dtype, boolean]>([
  [2147483647n, 'int32', true],
  [2147483648n, 'int32', false],
  [-2147483649n, 'int32', false],
  [16777217n, 'float32', false],
  [16777216n, 'float32', true],
  [2n ** 200n, 'float32', false],
  [70000, 'float16', false],
  [1e300, 'float32', false],
  [0.1, 'float32', true],
  [Infinity, 'float32', true],
  [Number.NaN, 'float16', true],
  [true, 'int32', true],
  [false, 'float32', true],
  [1n, 'bool', true],
  [2n, 'bool', false],
  [0.5, 'int32', false],
])('%s within %s: %s', (value, dtype, fits) => {
  expect(withinSubstitute([value], dtype)).toBe(fits);
});
