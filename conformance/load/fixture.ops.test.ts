import { describe, expect, test } from 'vitest';
import { faultsOfOps, file, linesOf, sound, x } from './sample.ts';

describe('ops against their pages', () => {
  test.each<[unknown, string]>([
    [{ op: 'summ', in: ['x'] }, '/op: unknown op "summ"; did you mean "sum"?'],
    [
      { op: 'sum', in: ['x'], with: { keepdmi: true } },
      '/with/keepdmi: unknown option "keepdmi" of sum; expected one of dim, axis, keepdim, keepdims, dtype; did you mean "keepdim"?',
    ],
    [{ op: 'sum', in: ['x'], with: { keepdims: 1 } }, '/with/keepdims: expected true or false, got 1'],
    [{ op: 'neg', in: ['x'], with: { dim: 1 } }, '/with/dim: unknown option "dim" of neg; neg has no options'],
    [
      { op: 'sub', in: ['x'], with: { other: 1 } },
      '/with/other: "other" is an operand of sub: it belongs in "in", at place 1',
    ],
    [{ op: 'sub', in: ['x'] }, '/in: expected 2 operands (input, other), got 1'],
    [{ op: 'neg', in: ['x', 'x'] }, '/in: expected 1 operand (input), got 2'],
    [{ op: 'zeros', in: ['x'], with: { size: [1] } }, '/in: expected no operands, got 1'],
    [{ op: 'linear', in: ['x'] }, '/in: expected at least 2 operands (input, weight, [bias]), got 1'],
    [{ op: 'linear', in: ['x', 'x', 'x', 'x'] }, '/in: expected at most 3 operands (input, weight, [bias]), got 4'],
    [{ op: 'call', in: [] }, '/in: expected at least 1 operands (module, inputs…), got 0'],
    [{ op: 'neg', in: [2] }, '/in/0: expected the name of a tensor (input), got 2'],
    [{ op: 'neg', in: [null] }, '/in/0: expected the name of a tensor (input), got null'],
    [{ op: 'add_', in: [1, 'x'] }, '/in/0: expected the name of a tensor (input), got 1'],
    [{ op: 'cat', in: [[1]] }, '/in/0: expected a list of names (tensors), got [1]'],
    [{ op: 'reshape', in: ['x'] }, '/with: missing the option "shape" of reshape'],
    [
      { op: 'reshape', in: ['x'], with: { shape: 2 } },
      '/with/shape: expected a list of sizes (−1 where the op may fill one in), or a ref to one, got 2',
    ],
    [{ op: 'neg', in: ['x'], out: ['a', 'b'] }, '/out: expected 1 name, because neg returns 1 here, got 2'],
    [
      { op: 'max', in: ['x'], with: { dim: 0 }, out: ['a'] },
      '/out: expected 2 names, because max returns 2 here, got 1',
    ],
    [{ op: 'backward', in: ['x'], out: 'a' }, '/out: backward returns nothing; expected no "out"'],
    [{ op: 'add', in: ['x', -0] }, '/in/1: expected { "float": "-0" }: -0 is never a bare number'],
    [
      { op: 'add', in: ['x', { int: '5' }] },
      '/in/1: expected the bare number 5: { "int": … } is for ints beyond ±(2^53−1)',
    ],
    [
      { op: 'add', in: ['x', { float: -0 }] },
      '/in/1/float: expected "-0" as text: a bare -0 is lost by many JSON readers',
    ],
    [
      { op: 'getitem', in: ['x'], with: { index: ['1-3'] }, out: 'a' },
      '/with/index/0: expected a slice such as "1:3", ":" or "::2", or "..." or "None", got "1-3"',
    ],
  ])('%j', (op, line) => {
    const text = file({ ...sound, ops: ['OP'], expected: { x } }).replace('"OP"', () =>
      JSON.stringify(op)
        .replace(/"float":0/, '"float":-0')
        .replace(',0]', ',-0]'),
    );
    expect(linesOf(text)).toContain(`sum.json: /cases/0/ops/0${line}`);
  });

  test('of several results one may be bound, or some skipped', () => {
    expect(faultsOfOps({ op: 'max', in: ['x'], with: { dim: 0 }, out: [null, 'i'] })).toEqual([]);
    expect(faultsOfOps({ op: 'max', in: ['x'], with: { dim: 0 }, out: 'both' })).toEqual([]);
    expect(faultsOfOps({ op: 'max', in: ['x'], out: ['v'] })).toEqual([]);
  });

  test('an alias, an optional operand as null and a variadic one are allowed', () => {
    expect(faultsOfOps({ op: 'sum', in: ['x'], with: { axis: 0, keepdims: true } })).toEqual([]);
    expect(faultsOfOps({ op: 'linear', in: ['x', 'x', null] })).toEqual([]);
    expect(faultsOfOps({ op: 'tuple', in: ['x', 'x', 1], out: 't' }, { op: 'add_', in: ['x', 1] })).toEqual([]);
  });
});
