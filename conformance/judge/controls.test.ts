import { expect, test } from 'vitest';
import type { Case } from '../values/case.ts';
import type { Outcome } from '../values/observation.ts';
import type { Verdict, VerdictName } from '../values/verdict.ts';
import { settleControls } from './controls.ts';
import { judge } from './judge.ts';
import { caseOf, op } from './sample.ts';

const fine: Case = caseOf({
  id: 'a/b/fine',
  ops: [op('sum', ['x'], 's')],
  names: { s: { dtype: 'float32', shape: [], data: 3 } },
});
const raises: Case = caseOf({
  id: 'a/b/raises',
  ops: [op('sum', ['x'], 's', { dim: 4 })],
  control: 'a/b/fine',
  expected: { names: {}, error: { kind: 'index_out_of_range', op: 0 } },
});
const cases = [fine, raises];
const settled = (control: VerdictName, more: object = {}): Verdict => {
  const verdicts: Verdict[] = [
    { id: fine.id, verdict: control, ...more },
    { id: raises.id, verdict: 'pass' },
  ];
  return settleControls(cases, verdicts)[1]!;
};

test('a library that throws at everything passes no error case', () => {
  const always: Outcome = { status: 'threw', op: [0], kind: 'index_out_of_range', message: 'no' };
  const verdicts = settleControls(
    cases,
    cases.map((c) => judge(c, always, { errors: 'exact' })),
  );
  expect(verdicts.map(({ verdict, reason }) => [verdict, reason])).toEqual([
    ['fail', 'threw'],
    ['fail', 'vacuous'],
  ]);
  expect(verdicts[1]!.message).toBe('raised as it should, which proves nothing: its control a/b/fine fails (threw)');
});

test('a control that passes, or follows a convention, lets the error count', () => {
  expect(settled('pass').verdict).toBe('pass');
  expect(settled('convention', { conventions: ['biased'] }).verdict).toBe('pass');
});

test('a control that ends in any other way does not', () => {
  for (const control of ['error', 'timeout', 'crash', 'xfail', 'xpass'] as const) {
    expect(settled(control)).toMatchObject({ verdict: 'fail', reason: 'vacuous' });
  }
  expect(settled('error').message).toMatch(/ends as error$/);
});

test('a control that the library lacks something for leaves the error untold', () => {
  const told = settled('unsupported', { message: 'op foo' });
  expect(told).toEqual({ id: raises.id, verdict: 'unsupported', message: 'op foo' });
});

test('a control that was not run is noted', () => {
  const [only] = settleControls(cases, [{ id: raises.id, verdict: 'pass' }]);
  expect(only).toEqual({ id: raises.id, verdict: 'pass', notes: ['its control a/b/fine was not run'] });
});

test('what did not pass, and what expects no error, stays as it is', () => {
  const verdicts: Verdict[] = [
    { id: fine.id, verdict: 'fail', reason: 'threw' },
    { id: raises.id, verdict: 'fail', reason: 'should_have_thrown' },
  ];
  expect(settleControls(cases, verdicts)).toEqual(verdicts);
  expect(settleControls([{ ...fine, control: 'a/b/none' }], [{ id: fine.id, verdict: 'pass' }])).toEqual([
    { id: fine.id, verdict: 'pass' },
  ]);
});
