import { expect, test } from 'vitest';
import { caseOf, op } from '../judge/sample.ts';
import type { Earlier, Expected } from '../values/case.ts';
import { earlierLines } from './earlier.ts';
import { pythonOf } from './python.ts';
import { typescriptOf } from './typescript.ts';

const s = (data: number): Expected['names'] => ({ s: { dtype: 'float32', shape: [], data } });
const error = { kind: 'invalid_argument', op: 0 } as const;
const shown = (earlier: readonly Earlier[], expected: Expected = { names: s(3) }): string[] =>
  earlierLines(caseOf({ ops: [op('sum', ['x'], 's')], expected, earlier }));

test('a value, an error and a printed text say until when they were', () => {
  expect(
    shown([
      { until: '1.13.1', expected: { names: {}, error } },
      { until: '2.6.0', expected: { names: s(2) } },
      { until: '2.14.1', expected: { names: { s: { prints: 'tensor(\n  3)' } } } },
    ]),
  ).toEqual([
    'until 1.13: invalid_argument from sum',
    'until 2.6: s = float32 [] 2',
    'until 2.14: s =',
    '  tensor(',
    '    3)',
  ]);
});

test('what did not raise says so, and one of several ways is as good as another', () => {
  expect(shown([{ until: '2.6.0', expected: { names: s(2) } }], { names: {}, error })).toEqual([
    'until 2.6: no error',
    '  s = float32 [] 2',
  ]);
  expect(shown([{ until: '2.6.0', expected: { names: {}, either: [{ names: s(1) }, { names: s(2) }] } }])).toEqual([
    'until 2.6: s = float32 [] 1',
    '  or',
    '  s = float32 [] 2',
  ]);
});

test('a program ends with what it gave earlier, as comments', () => {
  const one = caseOf({
    ops: [op('sum', ['x'], 's')],
    names: s(3),
    earlier: [{ until: '2.6.0', expected: { names: s(2) } }],
  });
  expect(pythonOf(one)).toMatch(/print\(s\)\n# float32 \[\] 3\n\n# until 2\.6: s = float32 \[\] 2\n$/);
  expect(typescriptOf(one)).toMatch(/\n\n\/\/ until 2\.6: s = float32 \[\] 2\n$/);
});
