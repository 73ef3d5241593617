import { expect, test } from 'vitest';
import type { TensorValue } from '../../values/case.ts';
import { decode, flatten } from '../../values/element.ts';
import type { Observation } from '../../values/observation.ts';
import type { Trial } from '../law.ts';
import { differences } from './differences.ts';
import { finest, type Precision } from './precision.ts';
import { one } from './program.ts';

let precision: Precision | undefined;
finest({ dtypes: ['float64'], floats: ['float64'], integers: [] }, (found) => {
  precision = found;
  return undefined as never;
});

const scalar = (data: number): TensorValue => ({ dtype: 'float64', shape: [], data });
const trialAt = (x: number, c: number): Trial =>
  differences(one({ op: 'f', inputs: { x: scalar(x) }, shape: [] }), scalar(c), precision!);

/** What a library that computes `f` shows of the evaluations. */
const seenBy = (f: (x: number) => number, { inputs, ops, observe }: Trial): Record<string, Observation> => {
  const seen: Record<string, Observation> = {};
  for (const step of ops) {
    if (!('op' in step) || step.op !== 'f' || !observe.includes(step.out as string)) continue;
    const t = inputs[step.in![0] as string]!;
    const x = Number(decode(flatten(t.data)[0]!, 'float64'));
    seen[step.out as string] = { kind: 'tensor', dtype: 'float64', shape: [], data: [f(x)] };
  }
  return seen;
};
const derivative = (f: (x: number) => number, x: number, c = 1) => {
  const trial = trialAt(x, c);
  return trial.statement(seenBy(f, trial))?.names['x.grad'];
};

test.each([
  ['exp at 10', Math.exp, 10, Math.exp(10)],
  ['exp at -10', Math.exp, -10, Math.exp(-10)],
  ['log at 0.1', Math.log, 0.1, 10],
  ['sqrt at 0.1', Math.sqrt, 0.1, 0.5 / Math.sqrt(0.1)],
  ['x⁻³ at 0.1', (x: number) => x ** -3, 0.1, -3e4],
])('the derivative of %s is found within the tolerance that is stated', (_, f, x, expected) => {
  const found = derivative(f, x)!;
  const { rtol, atol } = found.tolerance as { rtol: number; atol: number };
  expect(Math.abs((found.data as number) - expected)).toBeLessThan(atol + rtol * Math.abs(expected));
  expect(atol + rtol * Math.abs(expected)).toBeLessThan(0.01 * Math.abs(expected));
});

test('the cotangent weights it', () => {
  expect(derivative((x) => 3 * x, 1, -2)!.data).toBeCloseTo(-6, 9);
});

test('a derivative within the rounding of the evaluations is 0', () => {
  expect(derivative(() => 1, 1)!.data).toBe(0);
});

test('a derivative that rounding hides is left open, and so is one beside what is not finite', () => {
  expect(derivative((x) => 1e6 + 1e-6 * x, 1)).toBeUndefined();
  expect(derivative(() => Number.NaN, 1)).toBeUndefined();
});
