import { unsupported } from '../adapter/contract.ts';
import type { Operand, Path } from '../plan/operand.ts';
import { Breach, NoTensor } from './failure.ts';
import { initialised, type ModuleValue } from './objects/module-value.ts';
import type { Run } from './run.ts';
import { Cell, none, type Value } from './values.ts';

/** What an operand denotes now. */
export function resolve(run: Run, operand: Operand): Value {
  if (operand.kind === 'path') return look(run, operand);
  if (operand.kind === 'host') return operand;
  return { kind: 'sequence', python: 'list', items: operand.items.map((item) => resolve(run, item)) };
}

/** What a path denotes now. */
export function look(run: Run, path: Path): Value {
  let value = run.names.get(path.name);
  if (value === undefined) throw new Breach(`no value is named ${path.name}`);
  if (value.kind === 'missing') return unsupported(value.what);
  for (const segment of path.segments) value = follow(run, value, segment);
  return value;
}

function follow(run: Run, value: Value, segment: string): Value {
  if (value.kind === 'module') return followModule(value, segment);
  if (value.kind === 'sequence') return itemOf(value.items, segment);
  if (value === none) throw new NoTensor(`None has no ${segment}`);
  if (value.kind !== 'tensor') throw new Breach(`a path goes on with ${segment} after a ${value.kind}`);
  if (segment === 'grad') return run.gradients.grad(run, value) ?? none;
  if (segment === 'data') return run.gradients.data(run, value);
  throw new Breach(`no path of a tensor goes on with ${segment}`);
}

function itemOf(items: readonly Value[], segment: string): Value {
  const item = /^\d+$/.test(segment) ? items[Number(segment)] : undefined;
  if (item === undefined) throw new Breach(`a sequence of ${items.length} has no ${segment}`);
  return item;
}

function followModule(module: ModuleValue, segment: string): Value {
  const child = /^\d+$/.test(segment) ? module.children[Number(segment)] : undefined;
  if (child !== undefined) return child;
  const parameters = initialised(module);
  const parameter = parameters.get(segment);
  if (parameter !== undefined) return parameter;
  if (module.page.paths?.includes(segment) === true) return none;
  throw new Breach(`no path of ${module.page.name} goes on with ${segment}`);
}

/** The tensor that an operand denotes. */
export function cellOf(value: Value | undefined, what: string): Cell {
  if (value instanceof Cell) return value;
  if (value === none) throw new NoTensor(`${what} needs a tensor, not None`);
  throw new Breach(`${what} needs a tensor, not a ${value?.kind ?? 'missing operand'}`);
}
