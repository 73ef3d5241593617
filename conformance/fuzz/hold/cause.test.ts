import { expect, test } from 'vitest';
import type { Step } from '../../values/case.ts';
import type { Verdict } from '../../values/verdict.ts';
import { caseOf } from '../draw/program.ts';
import { causeOf } from './cause.ts';

const opOf = (ops: readonly Step[], verdict: Partial<Verdict>): string =>
  causeOf({ program: { inputs: {}, ops, observe: [] }, verdict: { id: 'x', verdict: 'fail', ...verdict } as Verdict })
    .op;
const missing: Partial<Verdict> = { mismatches: [{ reason: 'wrong_value', name: 'x.grad', message: 'is nothing' }] };

test('a gradient is that of the last op before the pass, of all where there is none, and of a leaf without any', () => {
  const exp: Step = { op: 'exp', in: ['x'], out: 'y' };
  const pass: Step = { op: 'backward', in: ['y'] };
  expect(opOf([exp, pass, { op: 'neg', in: ['x'], out: 'z' }], missing)).toBe('gradient of exp');
  expect(opOf([exp], missing)).toBe('gradient of exp');
  expect(opOf([pass], missing)).toBe('gradient of a leaf');
});

test('an input is changed by the last op that writes to it, and by the last that writes at all where none does', () => {
  const changed: Partial<Verdict> = { mismatches: [{ reason: 'wrong_value', name: 'x', message: 'differs' }] };
  const ops: Step[] = [
    { op: 'mul_', in: ['x', 'x'] },
    { op: 'reshape', in: ['y'], out: 'z' },
    { op: 'add_', in: ['z', 'y'] },
  ];
  expect(opOf(ops, changed)).toBe('mul_');
  expect(opOf(ops.slice(1), changed)).toBe('add_');
});

test('an error of another kind is that of the op which raises', () => {
  const ops: Step[] = [
    { op: 'nll_loss', in: ['x', 'y'], out: 'l' },
    { op: 'sum', in: ['x'], out: 's' },
  ];
  const expected = { names: {}, error: { kind: 'shape_mismatch', op: 0 } } as const;
  const verdict = {
    verdict: 'fail',
    reason: 'wrong_error',
    mismatches: [{ reason: 'wrong_error', name: 'error', message: 'raised another kind' }],
  } as unknown as Verdict;
  const program = { inputs: {}, ops, observe: [] };
  expect(causeOf({ program, verdict, case: caseOf(program, expected) }).op).toBe('nll_loss');
});
