import { unsupported } from '../../adapter/contract.ts';
import type { Call } from '../../plan/plan.ts';
import { Breach } from '../failure.ts';
import { guarded } from '../invoke.ts';
import { resolve } from '../lookup.ts';
import { optionsOf } from '../options.ts';
import type { Run } from '../run.ts';
import type { Task } from '../task.ts';
import type { Cell } from '../values.ts';
import { isCallable } from './functional-module.ts';
import type { ModuleValue, Native } from './module-value.ts';

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
  return { ...module, parameters: children.length > 0 ? new Map() : yield* nativeParameters(run, native, call.place) };
}

function childrenOf(run: Run, call: Call): readonly ModuleValue[] {
  const [list] = call.operands.map((operand) => resolve(run, operand));
  const items = list?.kind === 'sequence' ? list.items : [];
  return items.map((item) => {
    if (item.kind !== 'module') throw new Breach(`${call.op} is made of modules, not of a ${item.kind}`);
    return item;
  });
}

function* nativeParameters(run: Run, native: Native, place: readonly number[]): Task<Map<string, Cell>> {
  const { adapter, handle } = native;
  const values = (yield* guarded(place, () => adapter.parameters?.(handle))) ?? {};
  const cells = new Map<string, Cell>();
  for (const [name, value] of Object.entries(values)) cells.set(name, run.cell(value, place, run.gradients.available));
  return cells;
}
