import { unsupported } from '../../adapter/contract.ts';
import type { Call } from '../../plan/plan.ts';
import { argumentsOf } from '../arguments.ts';
import { Breach } from '../failure.ts';
import { guarded, invoked } from '../invoke.ts';
import type { LibraryFunction, Tensor } from '../library.ts';
import { resolve } from '../lookup.ts';
import { optionsOf } from '../options.ts';
import { resultsOf } from '../results.ts';
import type { Run } from '../run.ts';
import type { Task } from '../task.ts';
import type { Cell, Value } from '../values.ts';
import { callFunction, isCallable } from './functional-module.ts';
import { allParameters, type ModuleValue, type Native } from './module-value.ts';

/** `nn.Linear` and the like: the library's own object, or the function that the page names. */
export function* createModule(run: Run, call: Call): Task<ModuleValue> {
  const children = childrenOf(run, call);
  const adapter = (run.library.adapter.modules as Record<string, Native['adapter']> | undefined)?.[call.op];
  const options = optionsOf(run, call);
  const handles = children.map((child) => child.native?.handle);
  if (adapter === undefined || handles.includes(undefined)) {
    if (!isCallable(run, call.page)) unsupported(`op ${call.op}`);
    return {
      kind: 'module',
      page: call.page,
      options,
      children,
      native: undefined,
      parameters: undefined,
    };
  }
  run.uses(call.op);
  run.asked = true;
  const create = (): unknown => adapter.create(undefined, options.seen as never, handles as never[]);
  const native: Native = { adapter, handle: (yield* guarded(call.place, create, { op: call.op, options })) as never };
  const module = { kind: 'module', page: call.page, options, children, native } as const;
  return { ...module, parameters: children.length > 0 ? new Map() : yield* ownParameters(run, native, call.place) };
}

function childrenOf(run: Run, call: Call): readonly ModuleValue[] {
  const [list] = call.operands.map((operand) => resolve(run, operand));
  const items = list?.kind === 'sequence' ? list.items : [];
  return items.map((item) => {
    if (item.kind !== 'module') throw new Breach(`${call.op} is made of modules, not of a ${item.kind}`);
    return item;
  });
}

function* ownParameters(run: Run, native: Native, place: readonly number[]): Task<Map<string, Cell>> {
  const { adapter, handle } = native;
  const values = (yield* guarded(place, () => adapter.parameters?.(handle))) ?? {};
  const cells = new Map<string, Cell>();
  for (const [name, value] of Object.entries(values)) cells.set(name, run.cell(value, place, run.gradients.available));
  return cells;
}

/** The module's own parameters. The evaluator does not draw initial values in a library's place. */
export function initialise(_: Run, module: ModuleValue): ReadonlyMap<string, Cell> {
  if (module.parameters !== undefined) return module.parameters;
  if (module.page.paths?.length === 0) module.parameters = new Map();
  return module.parameters ?? unsupported(`initial parameters of ${module.page.name}`);
}

/** `net(X)` */
export function* callModule(run: Run, call: Call, module: ModuleValue, inputs: readonly Value[]): Task<Value> {
  if (module.native === undefined) return yield* callFunction(run, call, module, inputs);
  const { adapter, handle } = module.native;
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
