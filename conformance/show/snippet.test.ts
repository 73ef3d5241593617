import { expect, test } from 'vitest';
import { caseOf, input, op } from '../judge/sample.ts';
import type { Step } from '../values/case.ts';
import { snippet } from './snippet.ts';

const c = (ops: readonly Step[], more: Parameters<typeof caseOf>[0] = {}) =>
  caseOf({ ops, names: { s: { value: 1 }, t: { value: 2 } }, ...more });

test('a short case is shown as it is', () => {
  expect(snippet(c([op('sum', ['x'], 's')]))).toEqual([
    'x = torch.tensor([1.0, 2.0])',
    's = x.sum()',
    'print(s); print(t)',
  ]);
});

test('a longer one has a line each for inputs, ops and results', () => {
  const inputs = { x: input('int64', [1], [1]), y: input('int64', [1], [2]) };
  expect(snippet(c([op('add', ['x', 'y'], 's'), op('mul', ['s', 2], 't')], { inputs }))).toEqual([
    'x = torch.tensor([1]); y = torch.tensor([2])',
    's = x + y; t = s * 2',
    'print(s); print(t)',
  ]);
});

test('without inputs, the ops take two lines', () => {
  const ops = Array.from({ length: 6 }, (_, i) => op('zeros', [], `a${i}`, { size: [i] }));
  const lines = snippet(c(ops, { inputs: {} }), 60);
  expect(lines.map((line) => line.split('; ').length)).toEqual([2, 3, 2]);
  expect(lines[1]!.endsWith('…')).toBe(true);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60);
});

test('braces show where blocks end', () => {
  const ops: Step[] = [
    { repeat: 3, ops: [{ no_grad: [op('add_', ['x', 1])] }, op('neg', ['x'], 's')] },
    op('neg', ['s'], 't'),
  ];
  expect(snippet(c(ops))[1]).toBe('for _ in range(3): { with torch.no_grad(): { x.add_(1) }; s = -x }; t = -s');
});

test('an error is a remark in place of results', () => {
  const error = { kind: 'shape_mismatch', op: 1 } as const;
  const ops = [op('neg', ['x'], 's'), op('dot', ['s', 's'], 't')];
  expect(snippet(caseOf({ ops, expected: { names: {}, error } })).at(-1)).toBe('# raises shape_mismatch');
});
