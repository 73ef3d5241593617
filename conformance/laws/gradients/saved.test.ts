import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Page, Saved } from '../../pages/page.ts';
import { pageOf } from '../../pages/page-of.ts';
import { pages } from '../../pages/pages.gen.ts';
import type { OpStep, Step } from '../../values/case.ts';
import type { Law, Trial } from '../law.ts';
import { changedSaved, changedUnsaved } from './saved.ts';

/** `op name` of what a trial writes to: the call stands before its sum, and the write after it. */
const place = ({ ops }: Trial): string => {
  const at = ops.findIndex((step: Step) => 'no_grad' in step);
  const [call, , write] = ops.slice(at - 2) as [OpStep, OpStep, { no_grad: readonly [OpStep] }];
  const name = write.no_grad[0].in![0] as string;
  const { page } = pageOf(call.op)!;
  const operand = call.in!.findIndex((one) => one === name || (Array.isArray(one) && one.includes(name)));
  const of = operand < 0 ? page.results[[call.out].flat().indexOf(name)] : page.operands[operand];
  return `${call.op} ${of!.name}`;
};

const drawnBy = (law: Law): ReadonlySet<string> => {
  const trials = law.trials({ dtypes: ['bool', 'int64', 'float64'], floats: ['float64'], integers: ['int64'] });
  if ('lacks' in trials) throw new Error(`${law.id} lacks ${trials.lacks}`);
  return new Set(fc.sample(trials, { numRuns: 24_000, seed: 1 }).map(place));
};
const [saved, unsaved] = [drawnBy(changedSaved), drawnBy(changedUnsaved)];

const namesOf = ({ operands, results, mutates }: Page): readonly string[] =>
  (mutates ? operands : [...operands, ...results]).map(({ name }) => name);
const places = Object.values(pages)
  .filter(({ differentiable }) => differentiable.length > 0)
  .flatMap((page) =>
    namesOf(page).map((name): [string, Saved | undefined] => [`${page.name} ${name}`, page.saves?.[name]]),
  );

test.each(places)('%s, which is saved: %j, is written to', (place, when) => {
  expect([saved.has(place), unsaved.has(place)]).toEqual([when !== undefined, when !== 'values']);
});

test.each(Object.values(pages).flatMap(({ inplace }) => inplace ?? []))('what %s has written is written to', (op) => {
  const { page } = pageOf(op)!;
  const target = `${op} ${page.operands[0]!.name}`;
  expect([saved.has(target), unsaved.has(target)]).toEqual([
    page.saves!.out !== undefined,
    page.saves!.out !== 'values',
  ]);
});
