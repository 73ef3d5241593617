import type { Page } from '../pages/page.ts';
import { pageOf } from '../pages/page-of.ts';
import { resultsGiven } from '../pages/results.ts';
import type { OpStep, Step } from '../values/case.ts';
import { checkNumbers } from './check-numbers.ts';
import { child, type Report } from './fault.ts';
import { suggestion } from './nearest.ts';
import { opNames } from './op-names.ts';
import { checkOperands } from './operands.ts';
import { checkOptions } from './options.ts';
import { readRefs, type Scope } from './scope.ts';

/** How many results an op returns; undefined if that depends on values. */
const countOf = (page: Page, options: Readonly<Record<string, unknown>>): number | undefined => {
  const results = resultsGiven(page, Object.keys(options));
  const only = results.length === 1 ? results[0]!.type : undefined;
  return only === 'sequence' || only === 'any' || only === 'size' || only === 'ints' ? undefined : results.length;
};

const checkOut = (page: Page, inplace: boolean, step: OpStep, path: string, report: Report): void => {
  if (step.out === undefined || (inplace && !Array.isArray(step.out))) return;
  const count = countOf(page, step.with ?? {});
  const given = Array.isArray(step.out) ? step.out.length : 1;
  if (count === 0) report(path, `${step.op} returns nothing; expected no "out"`);
  else if (Array.isArray(step.out) && count !== undefined && given !== count)
    report(
      path,
      `expected ${count} name${count === 1 ? '' : 's'}, because ${step.op} returns ${count} here, got ${given}`,
    );
};

const checkCall = (step: OpStep, scope: Scope, inLoop: boolean, path: string, report: Report): void => {
  scope.next();
  const called = pageOf(step.op);
  if (called === undefined) {
    report(child(path, 'op'), `unknown op ${JSON.stringify(step.op)}${suggestion(step.op, opNames)}`);
  } else {
    const { page } = called;
    const inplace = called.inplace || page.mutates === true;
    checkOperands(page, inplace, step.in ?? [], scope, child(path, 'in'), report);
    checkOptions(page, step.with ?? {}, child(path, 'with'), report);
    checkOut(page, inplace, step, child(path, 'out'), report);
  }
  checkNumbers(step.in ?? [], child(path, 'in'), report);
  checkNumbers(step.with ?? {}, child(path, 'with'), report);
  readRefs(step.with ?? {}, scope, child(path, 'with'), report);
  for (const name of [step.out ?? null].flat())
    if (name !== null) scope.bind(name, step.op, inLoop, child(path, 'out'), report);
};

/** Reads steps in order: every op against its page, every name against the scope. */
export const checkSteps = (
  steps: readonly Step[],
  scope: Scope,
  inLoop: boolean,
  path: string,
  report: Report,
): void => {
  for (const [i, step] of steps.entries()) {
    const at = child(path, i);
    if ('no_grad' in step) checkSteps(step.no_grad, scope, inLoop, child(at, 'no_grad'), report);
    else if ('try' in step) scope.tried(() => checkSteps(step.try, scope, inLoop, child(at, 'try'), report));
    else if ('repeat' in step) checkSteps(step.ops, scope, true, child(at, 'ops'), report);
    else if ('for' in step) {
      scope.next();
      scope.read(step.of, child(at, 'of'), report);
      for (const name of [step.for].flat()) scope.bind(name, 'a loop', inLoop, child(at, 'for'), report);
      checkSteps(step.ops, scope, true, child(at, 'ops'), report);
    } else checkCall(step, scope, inLoop, at, report);
  }
};
