import { describe, expect, test } from 'vitest';
import { caseOf, op } from '../judge/sample.ts';
import type { Case, Expected } from '../values/case.ts';
import { conventionName, conventionRemark, conventionUntil } from './convention-name.ts';
import { heldTo } from './held.ts';
import { newest } from './known.ts';
import { pytorchVersion } from './pytorch-version.ts';

const is = (value: number): Expected['names'] => ({ s: { value } });
const both = { ...is(3), t: { value: 1 } };
const ever = caseOf({
  ops: [op('sum', ['x'], 's'), op('len', ['x'], 't')],
  expected: { names: both },
  earlier: [
    { until: '1.13.1', expected: { names: is(1) } },
    { until: '2.6.0', expected: { names: is(2) } },
  ],
});
const due = (one: Case, version: string | undefined): Expected => heldTo(one, version).expected;

describe('a PyTorch is held to what its version gives', () => {
  test.each([
    ['1.12.0', 1],
    ['1.13.0a0', 1],
    ['1.13.1', 1],
    ['2.0.1', 2],
    ['2.6.0+debian', 2],
    ['2.6.1', 3],
    ['2.14.1', 3],
    ['3.0', 3],
  ])('%s', (version, value) => {
    expect(due(ever, version).names).toEqual({ s: { value }, t: { value: 1 } });
    expect(heldTo(ever, version).earlier).toEqual([]);
  });

  test('and nobody else is', () => expect(heldTo(ever, undefined)).toBe(ever));

  test('where only one of the two raises, nothing else of the other is due', () => {
    const error = { kind: 'invalid_argument', op: 0 } as const;
    const raised = { ...ever, earlier: [{ until: '1.13.1', expected: { names: {}, error } }] };
    expect(due(raised, '1.13.1')).toEqual({ names: {}, error });
    const raises = {
      ...ever,
      expected: { names: both, error },
      earlier: [{ until: '1.13.1', expected: { names: is(1) } }],
    };
    expect(due(raises, '1.13.1')).toEqual({ names: is(1) });
    expect(due(raises, '2.6.0')).toEqual({ names: both, error });
  });

  test('where both raise, the names stay', () => {
    const error = { kind: 'invalid_argument', op: 0 } as const;
    const raises = { ...ever, expected: { names: both, error } };
    const before = { names: {}, error: { ...error, kind: 'dtype_mismatch' } } as const;
    expect(due({ ...raises, earlier: [{ until: '2.6.0', expected: before }] }, '2.6.0')).toEqual({
      ...before,
      names: both,
    });
  });
});

test('who calls itself pytorch is PyTorch, of the version that it says, or else the newest', () => {
  expect(pytorchVersion({ name: 'pytorch', version: '1.13.0a0' })).toBe('1.13.0a0');
  expect(pytorchVersion({ name: 'pytorch' })).toBe(newest);
  expect(pytorchVersion({ name: 'pytorch', version: 'unknown' })).toBe(newest);
  expect(pytorchVersion({ name: 'js-pytorch', version: '0.7.2' })).toBeUndefined();
});

test('a match with an older version is told in words', () => {
  for (const text of [conventionName, conventionRemark])
    expect(text(conventionUntil('2.6.0'))).toBe('as PyTorch until 2.6');
  expect(conventionName('biased-variance')).toBe('biased-variance');
  expect(conventionRemark('biased-variance')).toBe('convention: biased-variance');
});
