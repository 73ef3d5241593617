/**
 * A module whose library has no such object: its call is the op that its page names. That is glue of the evaluator, and
 * reported as such.
 */

import type { Page } from '../../pages/page.ts';
import { pageOf } from '../../pages/page-of.ts';
import type { Call } from '../../plan/plan.ts';
import { functionFor, hasFunction } from '../adapter-function.ts';
import { argumentsOf } from '../arguments.ts';
import { withoutOptions } from '../failure.ts';
import { invoked, type Work } from '../invoke.ts';
import { noOptions, WatchedOptions } from '../options.ts';
import { resultsOf } from '../results.ts';
import type { Run } from '../run.ts';
import type { Task } from '../task.ts';
import type { Value } from '../values.ts';
import { initialised, isContainer, type ModuleValue } from './module-value.ts';

export const isCallable = (run: Run, page: Page): boolean =>
  isContainer(page) || (page.functional !== undefined && hasFunction(run, page.functional));

// What a module is told of its parameters, beside what it must be told: they are given, so that nothing is left to do.
const ofParameters: ReadonlySet<string> = new Set(['bias', 'dtype', 'init', 'num_parameters']);

/** Raises for an option of the module that its function has no place for. */
function checkSaid(module: ModuleValue, page: Page): void {
  const told = (name: string): boolean =>
    name in page.options ||
    page.operands.some((operand) => operand.name === name) ||
    module.page.required?.includes(name) === true ||
    ofParameters.has(name);
  const lost = Object.keys(module.options.values).find((name) => !told(name));
  if (lost !== undefined) withoutOptions(module.page.name, [lost]);
}

/** Calls the op, with the module's parameters and options for its operands and options. */
export function* callFunctional(run: Run, call: Call, module: ModuleValue, inputs: readonly Value[]): Task<Value> {
  const { page } = pageOf(module.page.functional!)!;
  checkSaid(module, page);
  const parameters = initialised(module);
  const isParameter = (name: string): boolean => module.page.paths?.includes(name) === true;
  const rest = page.operands
    .slice(inputs.length)
    .map(({ name }) =>
      isParameter(name) ? parameters.get(name)?.node : (module.options.tensors[name] ?? module.options.values[name]),
    );
  const args = [...argumentsOf(run, inputs), ...rest];
  const shared = Object.entries(module.options.values).filter(([name]) => name in page.options);
  const options = shared.length === 0 ? noOptions : new WatchedOptions(Object.fromEntries(shared));
  const through = args.filter((_, i) => page.differentiable.includes(page.operands[i]?.name ?? ''));
  const work: Work = { op: page.name, place: call.place, fn: functionFor(run, page.name)!, args, options, through };
  const raw = yield* invoked(run, work);
  options.check(page.name);
  const reach = run.gradients.reach(run, work);
  const result = resultsOf(run, call, raw, reach, undefined);
  if (reach !== 'nothing') run.gradients.log(work, result);
  return result;
}
