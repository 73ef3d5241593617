import { expect, test } from 'vitest';
import type { Step } from '../case.ts';
import type { Verdict } from '../verdict.ts';
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
