import { expect, test } from 'vitest';
import type { HostType } from '../plan/operand.ts';
import type { Host } from '../values/observation.ts';
import { pythonText } from './python-text.ts';

// Right column: what CPython's repr prints.
test.each<[Host, HostType, string]>([
  [null, 'none', 'None'],
  [true, 'bool', 'True'],
  [false, 'bool', 'False'],
  [12, 'int', '12'],
  [9007199254740993n, 'int', '9007199254740993'],
  [2, 'float', '2.0'],
  [0.5, 'number', '0.5'],
  [{ float: -3 }, 'host', '-3.0'],
  [{ float: 1e16 }, 'host', '1e+16'],
  [{ float: 123456789012345680 }, 'host', '1.2345678901234568e+17'],
  [0.00001, 'float', '1e-05'],
  [0.0001, 'float', '0.0001'],
  [Number.NaN, 'float', 'nan'],
  [Number.NEGATIVE_INFINITY, 'float', '-inf'],
  [Number.POSITIVE_INFINITY, 'float', 'inf'],
  [-0, 'float', '-0.0'],
  ['float32', 'text', 'torch.float32'],
  ['sparse_coo', 'text', 'torch.sparse_coo'],
  [[2, [0.5, true]], 'float', '[2.0, [0.5, True]]'],
  [[2, 3], 'size', 'torch.Size([2, 3])'],
  [[], 'size', 'torch.Size([])'],
  [[3, 1], 'tuple', '(3, 1)'],
  [[3], 'tuple', '(3,)'],
  [
    [
      [1, 2],
      [3, 4],
    ],
    'host',
    '[[1, 2], [3, 4]]',
  ],
])('%s as %s is %s', (value, type, text) => {
  expect(pythonText(value, type)).toBe(text);
});
