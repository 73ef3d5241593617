import { unsupported } from '../../adapter/contract.ts';
import type { Call } from '../../plan/plan.ts';
import { Breach } from '../failure.ts';
import { guarded } from '../invoke.ts';
import { resolve } from '../lookup.ts';
import { type Options, optionsOf } from '../options.ts';
import type { Run } from '../run.ts';
import type { Task } from '../task.ts';
import { type Cell, none, type Value } from '../values.ts';
import { nextBatch } from './batches.ts';
import { callModule } from './call-module.ts';
import { loadState } from './load-state.ts';
import { allParameters, initialised, type ModuleValue } from './module-value.ts';
import { step } from './optimizers.ts';

/** Methods of modules, optimizers and loaders. */
export function* objectOp(run: Run, call: Call): Task<Value> {
  const [self, rest] = call.operands.map((operand) => resolve(run, operand));
  switch (call.op) {
    case 'call':
      return yield* callModule(run, call, moduleOf(self, call), rest?.kind === 'sequence' ? rest.items : []);
    case 'parameters':
      return { kind: 'sequence', python: 'list', items: parametersOf(run, call, self) };
    case 'load_state_dict':
      yield* loadState(run, call, moduleOf(self, call));
      return none;
    case 'zero_grad':
      yield* zeroGrad(run, call, self);
      return none;
    case 'step':
      if (self?.kind !== 'optimizer') throw new Breach('step needs an optimizer');
      yield* step(run, call, self);
      return none;
    case 'next':
      return yield* nextBatch(run, call, self);
    default:
      return unsupported(`op ${call.op}`);
  }
}

function moduleOf(value: Value | undefined, call: Call): ModuleValue {
  if (value?.kind === 'module') return value;
  throw new Breach(`${call.op} needs a module`);
}

function initialiseAll(module: ModuleValue): void {
  if (module.children.length === 0) initialised(module);
  for (const child of module.children) initialiseAll(child);
}

function* zeroGrad(run: Run, call: Call, self: Value | undefined): Task<void> {
  const options = optionsOf(run, call);
  const native = nativeZeroGrad(self);
  if (native !== undefined) yield* guarded(call.place, () => native(options.seen), { op: call.op, options });
  else {
    const cells = parametersOf(run, call, self);
    yield* run.gradients.zeroGrad(run, cells, options, call.place);
    if (cells.length === 0) return;
  }
  if (run.gradients.readsRequiresGrad) options.check(call.op);
}

/** The library's own, if it has one. */
function nativeZeroGrad(self: Value | undefined): ((options: Options['seen']) => void) | undefined {
  if (self?.kind === 'optimizer') return self.native?.zeroGrad;
  if (self?.kind !== 'module' || self.native?.adapter.zeroGrad === undefined) return undefined;
  const { adapter, handle } = self.native;
  return (options) => adapter.zeroGrad!(handle, options);
}

/** In the order in which the library gives them; one that has several names is listed once. */
function parametersOf(run: Run, call: Call, self: Value | undefined): readonly Cell[] {
  if (self?.kind === 'optimizer') return self.params;
  const module = moduleOf(self, call);
  initialiseAll(module);
  const all = allParameters(module)!;
  const given = module.native?.adapter.parameters?.(module.native.handle);
  if (given === undefined) return [...new Set(all.values())];
  const known = new Map<unknown, Cell>();
  const cells = Object.entries(given).map(([name, value]) => {
    const cell = all.get(name) ?? unknownParameter(module, name);
    if (value === cell.node.value || !keepsItsOwn(run)) return cell;
    // The library lists another tensor than the one that its layer has: that is what is asked.
    const listed = known.get(value) ?? run.cell(value, call.place, run.gradients.available);
    known.set(value, listed);
    return listed;
  });
  return [...new Set(cells)];
}

/** A parameter is one tensor for good, which the library writes to and which has its gradient. */
const keepsItsOwn = ({ library: { adapter } }: Run): boolean =>
  adapter.mutation === 'in-place' && adapter.autograd?.kind === 'tape';

const unknownParameter = (module: ModuleValue, name: string): never => {
  throw new Breach(`${module.page.name} gives a parameter ${name} that none of its modules has`);
};
