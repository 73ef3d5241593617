import { unsupported } from '../../adapter/contract.ts';
import type { Call } from '../../plan/plan.ts';
import { guarded } from '../invoke.ts';
import type { Tensor } from '../library.ts';
import { cellOf, look } from '../lookup.ts';
import { type Options, optionsOf } from '../options.ts';
import { read } from '../read.ts';
import type { Run } from '../run.ts';
import type { Task } from '../task.ts';
import { Cell, type Node } from '../values.ts';
import type { ModuleValue } from './module-value.ts';

type State = ReadonlyMap<string, Node>;
type LoadOptions = { readonly strict?: boolean };
const stateItself: ReadonlySet<string> = new Set(['state_dict']);

/** `load_state_dict`: by the library, where its adapter says how; else the module is created anew with the state. */
export function* loadState(run: Run, call: Call, module: ModuleValue): Task<void> {
  const option = call.options.find(({ kind }) => kind === 'state');
  const entries = option?.kind === 'state' ? option.value : [];
  const state = new Map(entries.map(([name, path]) => [name, cellOf(look(run, path), name).node] as const));
  const options = optionsOf(run, call, stateItself);
  yield* load(run, module, state, call.place, options);
  options.check(call.op);
}

function* load(run: Run, module: ModuleValue, state: State, place: readonly number[], options: Options): Task<void> {
  const { native } = module;
  if (native?.adapter.load !== undefined) {
    const call = (): void => native.adapter.load!(native.handle, rawOf(state), options.seen as LoadOptions);
    yield* guarded(place, call, { op: 'load_state_dict', options });
    refresh(run, module, place);
    return;
  }
  if (module.children.length > 0) yield* loadChildren(run, module, state, place, options);
  else if (native !== undefined) yield* recreate(run, module, state, place);
  else yield* hold(run, module, state, place);
}

function* loadChildren(
  run: Run,
  module: ModuleValue,
  state: State,
  place: readonly number[],
  options: Options,
): Task<void> {
  for (const [i, child] of module.children.entries()) {
    const own = [...state].filter(([name]) => name.startsWith(`${i}.`));
    if (own.length > 0) {
      yield* load(run, child, new Map(own.map(([name, node]) => [name.slice(`${i}.`.length), node])), place, options);
    }
  }
  const { native } = module;
  if (native === undefined) return;
  const handles = module.children.map((child) => child.native!.handle);
  native.handle = (yield* guarded(place, () =>
    native.adapter.create(undefined, module.options.seen as never, handles),
  )) as never;
}

function* recreate(run: Run, module: ModuleValue, state: State, place: readonly number[]): Task<void> {
  const native = module.native!;
  const create = (): unknown => native.adapter.create(rawOf(state), module.options.seen as never, []);
  native.handle = (yield* guarded(place, create, { op: module.page.name, options: module.options })) as never;
  refresh(run, module, place);
}

/** What the library's parameters are now. */
function refresh(run: Run, module: ModuleValue, place: readonly number[]): void {
  for (const child of module.children) refresh(run, child, place);
  const { native } = module;
  const values = native?.adapter.parameters?.(native.handle) ?? {};
  for (const [name, value] of Object.entries(values)) assign(run, module, name, value, place);
}

/** The evaluator holds the parameters itself, in the order of the module's page. */
function* hold(run: Run, module: ModuleValue, state: State, place: readonly number[]): Task<void> {
  const paths = module.page.paths ?? [];
  for (const name of state.keys()) if (!paths.includes(name)) unsupported(`parameter ${name} of ${module.page.name}`);
  for (const name of paths) {
    const node = state.get(name);
    if (node === undefined) continue;
    const dtype = module.options.values.dtype ?? run.dtype('float32');
    // PyTorch converts here, which is nothing that the library is asked to do.
    if ((yield* run.dtypeOf(node)) !== dtype) unsupported('a parameter given in another dtype');
    const cell = assign(run, module, name, yield* copied(run, node), place);
    if (run.gradients.available) yield* run.gradients.mark(run, cell, true, place);
  }
}

/** A tensor that cannot be written to needs no copy. */
function* copied(run: Run, node: Node): Task<Tensor> {
  const { adapter } = run.library;
  return adapter.mutation === 'none' ? node.value : adapter.tensor(yield* read(run.library, node));
}

function assign(run: Run, module: ModuleValue, name: string, value: Tensor, place: readonly number[]): Cell {
  module.parameters ??= new Map();
  const node = run.node(value, place, run.gradients.available);
  const before = module.parameters.get(name);
  if (before !== undefined) {
    before.become(node);
    return before;
  }
  const cell = new Cell(node);
  module.parameters.set(name, cell);
  return cell;
}

const rawOf = (state: State): Record<string, Tensor> =>
  Object.fromEntries([...state].map(([name, node]) => [name, node.value]));
