import type { Call } from '../../plan/plan.ts';
import { argumentsOf } from '../arguments.ts';
import { Breach } from '../failure.ts';
import { invoked } from '../invoke.ts';
import type { LibraryFunction, Tensor } from '../library.ts';
import { resultsOf } from '../results.ts';
import type { Run } from '../run.ts';
import type { Task } from '../task.ts';
import type { Cell, Value } from '../values.ts';
import { callFunctional } from './functional-module.ts';
import { allParameters, isContainer, type ModuleValue, type Native } from './module-value.ts';

/** `net(X)`: by the library's own object, else one child after the other, else by the op that the page names. */
export function* callModule(run: Run, call: Call, module: ModuleValue, inputs: readonly Value[]): Task<Value> {
  if (module.native !== undefined) return yield* callNative(run, call, module, module.native, inputs);
  run.assisted.add(module.page.name);
  if (!isContainer(module.page)) return yield* callFunctional(run, call, module, inputs);
  let [value] = inputs;
  for (const child of module.children) value = yield* callModule(run, call, child, [value!]);
  if (value === undefined) throw new Breach(`${module.page.name} is called with one input`);
  return value;
}

function* callNative(
  run: Run,
  call: Call,
  module: ModuleValue,
  { adapter, handle }: Native,
  inputs: readonly Value[],
): Task<Value> {
  const parameters = allParameters(module) ?? new Map<string, Cell>();
  const names = [...parameters.keys()];
  const fn: LibraryFunction = (...raw) => {
    const params = Object.fromEntries(names.map((name, i) => [name, raw[i] as Tensor]));
    return adapter.forward(handle, params, raw.slice(names.length, -1) as Tensor[]);
  };
  const args = argumentsOf(run, [...parameters.values(), ...inputs]);
  const work = { op: module.page.name, place: call.place, fn, args, options: module.options };
  const raw = yield* invoked(run, work);
  module.options.check(module.page.name);
  const reach = run.gradients.reach(run, work);
  const result = resultsOf(run, call, raw, reach, undefined);
  if (reach !== 'nothing') run.gradients.log(work, result);
  return result;
}
