import { describe, expect, test } from 'vitest';
import type { Case, Request } from '../values/case.ts';
import type { Outcome } from '../values/observation.ts';
import type { Verdict } from '../values/verdict.ts';
import type { Implementation } from './implementation.ts';
import { requestOf } from './request.ts';
import { runCases, withControls } from './run-cases.ts';
import { cases, implementation, raised, raises, right, seven, sums } from './sample.ts';

test('a request holds what a runner needs, and nothing of what is expected', () => {
  expect(requestOf(sums)).toEqual({
    id: 'ops/sum/sums',
    inputs: { x: seven },
    ops: [{ op: 'sum', in: ['x'], out: 's' }],
    observe: [{ name: 's', prints: true }],
  });
});

test('each case gets a verdict, in the order of the cases', async () => {
  const verdicts = await runCases(
    cases,
    cases,
    implementation(async ({ id }) => (id === sums.id ? right : raised)),
  );
  expect(verdicts.map(({ id, verdict }) => [id, verdict])).toEqual([
    [sums.id, 'pass'],
    [raises.id, 'pass'],
  ]);
});

test('the kind of an error counts for an implementation that promises kinds', async () => {
  const wrongKind = async ({ id }: Request): Promise<Outcome> =>
    id === sums.id ? right : { ...raised, kind: 'shape_mismatch' };
  const lax = await runCases(cases, cases, implementation(wrongKind));
  const exact = await runCases(cases, cases, { ...implementation(wrongKind), errors: 'exact' });
  expect([lax[1]!.verdict, exact[1]!.reason]).toEqual(['pass', 'wrong_error']);
});

describe('an implementation that says it is PyTorch', () => {
  const moved: Case = { ...sums, earlier: [{ until: '2.6.0', expected: { names: { s: { ...seven, data: 8 } } } }] };
  const eight: Outcome = { status: 'result', values: { s: { kind: 'tensor', dtype: 'int64', shape: [], data: [8n] } } };
  const raisedBefore: Case = {
    ...moved,
    control: sums.id,
    earlier: [{ until: '2.6.0', expected: { names: {}, error: { kind: 'index_out_of_range', op: 0 } } }],
  };
  const verdictOf = async (who: Partial<Implementation>, one: Case, outcome: Outcome, control: Outcome = right) => {
    const all = [{ ...sums, id: 'ops/sum/control' }, one].map((c) => ({
      ...c,
      ...(c.control && { control: 'ops/sum/control' }),
    }));
    const run = async ({ id }: Request) => (id === 'ops/sum/control' ? control : outcome);
    const [, verdict] = await runCases(all, all, { ...implementation(run), ...who });
    return [verdict!.verdict, verdict!.reason ?? verdict!.conventions?.[0]];
  };

  test('of an older version is held to what that gave', async () => {
    expect(await verdictOf({ name: 'pytorch', version: '1.13.0a0' }, moved, eight)).toEqual(['pass', undefined]);
    expect(await verdictOf({ name: 'pytorch', version: '2.14.1' }, moved, eight)).toEqual(['fail', 'wrong_value']);
    expect(await verdictOf({ name: 'pytorch' }, moved, right)).toEqual(['pass', undefined]);
    expect(await verdictOf({ name: 'pytorch' }, moved, eight)).toEqual(['fail', 'wrong_value']);
    expect(await verdictOf({ name: 'other', version: '1.0' }, moved, eight)).toEqual([
      'convention',
      'pytorch-until-2.6.0',
    ]);
  });

  test('has to raise for a reason where it raised earlier', async () => {
    const old = { name: 'pytorch', version: '2.6.0' };
    expect(await verdictOf(old, raisedBefore, raised)).toEqual(['pass', undefined]);
    expect(await verdictOf(old, raisedBefore, raised, raised)).toEqual(['fail', 'vacuous']);
    expect(await verdictOf({ ...old, version: '2.14.1' }, raisedBefore, right, raised)).toEqual(['pass', undefined]);
  });
});

test('cases that offer one convention are judged beside each other', () => {
  const offering = (id: string, convention: string) => ({
    ...sums,
    id,
    conventions: [{ id: convention, expected: { names: {} } }],
  });
  const [one, other, third] = [offering('a', 'tie'), offering('b', 'tie'), offering('c', 'half')];
  expect(withControls([one], [one, other, third, sums])).toEqual([one, other]);
});

describe('a control that was not chosen', () => {
  test('is run too, and its verdict is not returned', async () => {
    expect(withControls([raises], cases)).toEqual([raises, sums]);
    expect(withControls(cases, cases)).toEqual(cases);
    const seen: string[] = [];
    const told: Verdict[] = [];
    const verdicts = await runCases(
      [raises],
      cases,
      implementation(async ({ id }) => {
        seen.push(id);
        return id === sums.id ? right : raised;
      }),
      { onVerdict: (verdict) => void told.push(verdict) },
    );
    expect(seen).toEqual([raises.id, sums.id]);
    expect(told.map(({ id }) => id)).toEqual([raises.id]);
    expect(verdicts).toMatchObject([{ id: raises.id, verdict: 'pass' }]);
  });

  test('makes the case vacuous if it fails', async () => {
    const verdicts = await runCases(
      [raises],
      cases,
      implementation(async () => raised),
    );
    expect(verdicts).toMatchObject([{ id: raises.id, verdict: 'fail', reason: 'vacuous' }]);
  });
});
