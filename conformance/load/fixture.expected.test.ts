import { describe, expect, test } from 'vitest';
import { faultsOf, type Json, x } from './sample.ts';

describe('expectations', () => {
  test.each<[Json, string]>([
    [
      { earlier: [{ until: '2.6.0', expected: { q: x } }] },
      '/earlier/0/expected/q: the name "q" is not bound (bound here: x, s)',
    ],
    [
      { earlier: [{ until: '2.6.0', expected: { error: { kind: 'shape_mismatch', op: 0 } } }] },
      ': missing "control": a case that expects an error names one of the same op that succeeds',
    ],
    [
      { earlier: [{ until: '2.6', expected: { s: x } }] },
      '/earlier/0/until: expected the newest version that was seen to give it, such as 2.6.0, got "2.6"',
    ],
    [{ expected: { t: x } }, '/expected/t: the name "t" is not bound (bound here: x, s)'],
    [{ expected: { s: { ...x, value: 1 } } }, '/expected/s: expected one of data, value, got all of them'],
    [
      { expected: { s: { prints: '3', tolerance: 'exact' } } },
      '/expected/s/tolerance: expected "data", "repeats" or "value" beside a tolerance',
    ],
    [{ expected: { s: { ...x, repeats: [1] } } }, '/expected/s: expected one of data, repeats, got all of them'],
    [{ expected: { s: { repeats: [1] } } }, '/expected/s: missing "dtype", which goes with "repeats"'],
    [
      { expected: { s: { each: [{ dtype: 'float32', shape: [2], repeats: [1, 2, 3] }] } } },
      '/expected/s/each/0/repeats: expected at most 2 numbers, the elements of [2], got 3',
    ],
    [
      { expected: { s: { ...x, data: [1] } } },
      '/expected/s/data: does not fit its shape: expected a list of 2 along axis 0 of [2], got 1',
    ],
    [
      { expected: { s: { each: [{ ...x, data: 1 }] } } },
      '/expected/s/each/0/data: does not fit its shape: expected a list of 2 along axis 0 of [2], got 1',
    ],
    [
      { expected: { either: [{ s: { value: 1 } }, { u: { value: 2 } }] } },
      '/expected/either/1/u: the name "u" is not bound (bound here: x, s)',
    ],
    [
      { expected: { error: { kind: 'graph_freed', op: 0 } } },
      ': missing "control": a case that expects an error names one of the same op that succeeds',
    ],
    [
      { expected: { error: { kind: 'graph_freed', op: 1 } }, control: 'c' },
      '/expected/error/op: expected the place of an op, got 1, where there is none',
    ],
    [
      { expected: { error: { kind: 'graph_freed', op: [0, 0] } }, control: 'c' },
      '/expected/error/op: expected the place of an op, got [0,0], where there is none',
    ],
    [{ expected: { s: { equals: 't' } } }, '/expected/s/equals: the name "t" is not bound (bound here: x, s)'],
    [{ expected: { s: { ...x, differs: 'x' } } }, '/expected/s: expected one of data, differs, got all of them'],
    [
      { expected: { s: { dtype: 'float32', shape: [9], distribution: { uniform: { low: 1, high: 1 } } } } },
      '/expected/s/distribution/uniform: expected "low" below "high", got 1 and 1',
    ],
    [
      { expected: { s: { dtype: 'int64', shape: [2, 5], distribution: { permutations: { of: 3 } } } } },
      '/expected/s/distribution/permutations: expected whole permutations of 3, got 10 elements',
    ],
    [
      { expected: { s: { dtype: 'float32', shape: [9], distribution: {} } } },
      '/expected/s/distribution: expected at least one key ({ "normal": { "mean": 0, "std": 1 } }, { "uniform": { "low": 0, "high": 1 } }, { "integers": { "low": 0, "high": 10 } } or { "permutations": { "of": 5 } })',
    ],
    [
      {
        ops: [{ try: [{ op: 'sum', in: ['x'] }] }],
        expected: { error: { kind: 'graph_freed', op: [0, 0] } },
        control: 'c',
      },
      '/expected/error/op: expected an op outside "try", where an error ends the block and not the case',
    ],
    [
      { expected: { error: { kind: 'graph_freed', op: 0 }, s: x }, control: 'c' },
      '/expected/s: the name "s" is not bound yet when the op raises; expected a name bound before it',
    ],
    [
      { conventions: [{ id: 'other', expected: { q: x } }] },
      '/conventions/0/expected/q: the name "q" is not bound (bound here: x, s)',
    ],
  ])('%j', (change, line) => expect(faultsOf(change)).toContain(`sum.json: /cases/0${line}`));

  test('in a block the place of an error is a path, and in a loop later names may be bound already', () => {
    const loop = [
      {
        repeat: 2,
        ops: [
          { op: 'sum', in: ['x'], out: 's' },
          { op: 'neg', in: ['s'], out: 'n' },
        ],
      },
    ];
    const error = { kind: 'graph_freed', op: [0, 0] };
    expect(faultsOf({ ops: loop, expected: { error, n: { value: 1 } }, control: 'c' })).toEqual([]);
    const block = [
      {
        no_grad: [
          { op: 'sum', in: ['x'], out: 's' },
          { op: 'neg', in: ['s'] },
        ],
      },
    ];
    expect(
      faultsOf({ ops: block, expected: { error: { ...error, op: [0, 1] }, s: { value: 1 } }, control: 'c' }),
    ).toEqual([]);
  });
});

test('a sparse tensor is observed through what it holds', () => {
  const ops = [{ op: 'to_sparse', in: ['x'], out: 's' }];
  const line = /^sum.json: \/cases\/0\/expected\/s: expected no more than "prints" of a sparse tensor/;
  expect(faultsOf({ ops, expected: { s: { dtype: 'float32', shape: [2], data: [1, 2] } } })).toEqual([
    expect.stringMatching(line),
  ]);
  expect(faultsOf({ ops, expected: { s: { prints: 'tensor(…)' } } })).toEqual([]);
});
