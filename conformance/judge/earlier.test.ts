import { describe, expect, test } from 'vitest';
import type { Case } from '../values/case.ts';
import type { Outcome } from '../values/observation.ts';
import { observed } from './alternatives.ts';
import { settleControls } from './controls.ts';
import { judge } from './judge.ts';
import { caseOf, op, seen } from './sample.ts';

const s = (data: number) => ({ s: { dtype: 'float32', shape: [], data } }) as const;
const gives = (value: number): Outcome => ({ status: 'result', values: { s: seen('float32', [], value) } });
const raised: Outcome = { status: 'threw', op: [0], kind: 'invalid_argument', message: 'no' };
const error = { kind: 'invalid_argument', op: 0 } as const;
const ops = [op('sum', ['x'], 's')];

const moved = caseOf({
  ops,
  names: s(3),
  conventions: [{ id: 'halved', expected: { names: s(1.5) } }],
  earlier: [
    { until: '1.13.1', expected: { names: s(1) } },
    { until: '2.6.0', expected: { names: s(2) } },
  ],
});

describe('what an older PyTorch gave', () => {
  test('is due of that version, and of no other', () => {
    expect(judge(moved, gives(1), { pytorch: '1.13.0a0' }).verdict).toBe('pass');
    expect(judge(moved, gives(2), { pytorch: '2.6.0+debian' }).verdict).toBe('pass');
    expect(judge(moved, gives(3), { pytorch: '2.14.1' }).verdict).toBe('pass');
    for (const [version, value] of [
      ['1.13.1', 2],
      ['1.13.1', 3],
      ['2.6.0', 1],
      ['2.6.0', 3],
      ['2.14.1', 2],
    ] as const)
      expect(judge(moved, gives(value), { pytorch: version }), version).toMatchObject({ verdict: 'fail' });
  });

  test('is a convention of anybody else', () => {
    const conventions = (value: number) => judge(moved, gives(value)).conventions;
    expect(judge(moved, gives(3)).verdict).toBe('pass');
    expect(judge(moved, gives(2)).verdict).toBe('convention');
    expect(conventions(2)).toEqual(['pytorch-until-2.6.0']);
    expect(conventions(1)).toEqual(['pytorch-until-1.13.1']);
    expect(conventions(1.5)).toEqual(['halved']);
    expect(judge(moved, gives(4))).toMatchObject({ verdict: 'fail', reason: 'wrong_value' });
  });

  test('is observed too', () => {
    const printed = caseOf({
      ops,
      names: s(3),
      earlier: [{ until: '2.6.0', expected: { names: { s: { prints: '3' } } } }],
    });
    expect(observed(printed)).toEqual([{ name: 's', prints: true }]);
  });
});

describe('an error that PyTorch raised earlier', () => {
  const control = caseOf({ id: 'ops/sample/control', ops, names: s(3) });
  const refused = caseOf({
    ops,
    names: s(3),
    control: control.id,
    earlier: [{ until: '1.13.1', expected: { names: {}, error } }],
  });
  const settled = (version: string | undefined, outcome: Outcome, controls: Outcome) => {
    const cases: Case[] = [control, refused];
    const options = version === undefined ? {} : { pytorch: version };
    return settleControls(cases, [judge(control, controls, options), judge(refused, outcome, options)])[1]!;
  };

  test('is due of that version, and a convention of anybody else', () => {
    expect(judge(refused, raised, { pytorch: '1.13.1' }).verdict).toBe('pass');
    expect(judge(refused, raised, { pytorch: '2.6.0' })).toMatchObject({ verdict: 'fail', reason: 'threw' });
    expect(settled(undefined, raised, gives(3))).toMatchObject({ verdict: 'convention' });
    expect(settled(undefined, gives(3), raised)).toMatchObject({ verdict: 'pass' });
  });

  test('is no convention of a library that raises at its control too', () => {
    const verdict = settled(undefined, raised, raised);
    expect(verdict).toMatchObject({ verdict: 'fail', reason: 'vacuous' });
    expect(verdict).not.toHaveProperty('conventions');
  });
});
