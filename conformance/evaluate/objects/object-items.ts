import { type Rows, unsupported } from '../../adapter/contract.ts';
import type { Call } from '../../plan/plan.ts';
import { Breach } from '../failure.ts';
import { guarded } from '../invoke.ts';
import type { Tensor } from '../library.ts';
import { tensorOf } from '../results.ts';
import type { Run } from '../run.ts';
import type { Task } from '../task.ts';
import type { HandleValue, Value } from '../values.ts';
import type { ModuleValue } from './module-value.ts';

/** `net[i]`: asked of the library, if it has such a thing, so that it raises for an index out of range. */
export function* childOf(call: Call, module: ModuleValue, index: number): Task<Value> {
  const { native } = module;
  const ask = native?.adapter.child;
  const given =
    native === undefined || ask === undefined ? undefined : yield* guarded(call.place, () => ask(native.handle, index));
  const child = module.children.at(index);
  if (child === undefined) return unsupported(`index out of range of ${module.page.name}`);
  if (given !== undefined && given !== child.native?.handle) {
    throw new Breach(`child ${index} of ${module.page.name} is another module than it was made of`);
  }
  return child;
}

/** `dataset[i]`: one row of each tensor. */
export function* rowOf(run: Run, call: Call, { type, handle }: HandleValue, index: number): Task<Value> {
  const rows = handle as Rows<Tensor> | null | undefined;
  if (rows?.at === undefined) return unsupported(`getitem of a ${type}`);
  const row = yield* guarded(call.place, () => rows.at!(index));
  if (!Array.isArray(row)) throw new Breach(`a row of a ${type} must be a list of tensors`);
  const items = row.map((tensor) => run.cell(tensorOf(call.op, tensor), call.place));
  return { kind: 'sequence', python: 'tuple', items };
}

export function handleLength({ type, handle }: HandleValue): number {
  const length = (handle as Rows<Tensor> | null | undefined)?.length;
  return typeof length === 'number' ? length : unsupported(`len of a ${type}`);
}
