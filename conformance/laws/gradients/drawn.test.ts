import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageOf } from '../../pages/page-of.ts';
import { pages } from '../../pages/pages.gen.ts';
import { roleOf } from '../../pages/role.ts';
import type { Literal, OpStep, Step } from '../../values/case.ts';
import type { Lab, Law, Trial } from '../law.ts';
import { numeric } from './index.ts';
import { modules } from './modules.ts';

const lab: Lab = {
  dtypes: ['bool', 'int64', 'float32', 'float64'],
  floats: ['float32', 'float64'],
  integers: ['int64'],
};

const trialsOf = (law: Law): Trial[] => {
  const trials = law.trials(lab);
  if ('lacks' in trials) throw new Error(`${law.id} lacks ${trials.lacks}`);
  return fc.sample(trials, { numRuns: 300, seed: 1 });
};

const namesIn = (literal: Literal): string[] =>
  typeof literal === 'string' ? [literal] : Array.isArray(literal) ? literal.flatMap(namesIn) : [];

/** `op operand` for every place of a program at which something with a gradient stands. */
function differentiated({ inputs, ops }: Trial): string[] {
  const tracked = new Set(Object.keys(inputs).filter((name) => inputs[name]!.requires_grad === true));
  return ops
    .filter((step: Step): step is OpStep => 'op' in step)
    .flatMap(({ op, in: operands = [], out }) => {
      const hit = operands.map((operand) => namesIn(operand).some((name) => tracked.has(name)));
      if (hit.includes(true)) for (const name of [out ?? []].flat()) if (name !== null) tracked.add(name);
      const names = pageOf(op)!.page.operands.map(({ name }) => name);
      return hit.flatMap((yes, i) => (yes ? [`${op} ${names[i]}`] : []));
    });
}

const drawn = new Set(numeric.flatMap(trialsOf).flatMap(differentiated));

const all = Object.values(pages);
const places = all.flatMap(({ name, inplace, differentiable }) => {
  const own = differentiable.map((operand) => `${name} ${operand}`);
  return inplace === undefined ? own : [...own, ...differentiable.map((operand) => `${inplace} ${operand}`)];
});

test.each(places)('a law compares the gradient of %s with differences', (place) => {
  expect(drawn).toContain(place);
});

test('a place that no law draws would be told', () => {
  expect(drawn).not.toContain('where condition');
  expect(drawn).not.toContain('argmax input');
});

test('every module that applies a function is drawn with its parameters', () => {
  const made = new Set(trialsOf(modules).flatMap(({ ops }) => ops.map((step) => ('op' in step ? step.op : ''))));
  const due = all.filter((page) => roleOf(page) === 'module' && page.functional !== undefined);
  expect(due.map(({ name }) => name).filter((name) => !made.has(name))).toEqual([]);
});
