import { unsupported } from '../adapter/contract.ts';
import type { Host } from '../observation.ts';
import { Breach } from './failure.ts';
import { guarded } from './invoke.ts';
import type { ModuleValue } from './module-value.ts';
import type { Call } from './plan.ts';
import { done, type Task } from './task.ts';
import type { HostType, HostValue, Value } from './values.ts';

/** `getitem` and `len` of what is no tensor; undefined for every other call. */
export function hostOp(call: Call, [self]: readonly Value[]): Task<Value> | undefined {
  if (self === undefined || self.kind === 'tensor') return undefined;
  if (call.op === 'getitem') return itemOf(call, self);
  return call.op === 'len' ? done(lengthOf(self)) : undefined;
}

function* itemOf(call: Call, self: Value): Task<Value> {
  const index = indexOf(call);
  if (self.kind === 'sequence') return at(self.items, index) ?? outOfRange(index);
  if (self.kind === 'module') return yield* childOf(call, self, index);
  if (self.kind === 'host' && Array.isArray(self.value)) {
    const value: Host | undefined = at(self.value as readonly Host[], index);
    return value === undefined ? outOfRange(index) : hostItem(self, value);
  }
  throw new Breach(`a ${self.kind} has no items`);
}

function lengthOf(self: Value): Value {
  const items =
    self.kind === 'sequence'
      ? self.items
      : self.kind === 'module'
        ? self.children
        : self.kind === 'host'
          ? self.value
          : [];
  if (!Array.isArray(items)) throw new Breach('a number has no length');
  return { kind: 'host', type: 'int', value: items.length };
}

function indexOf(call: Call): number {
  const option = call.options.find(({ kind }) => kind === 'index');
  const [index, ...more] = option?.kind === 'index' ? option.value : [];
  if (typeof index === 'number' && more.length === 0) return index;
  return unsupported('an index of a list that is no integer');
}

const at = <V>(items: readonly V[], index: number): V | undefined => items.at(index);
const outOfRange = (index: number): never => {
  throw new Breach(`a list has no item ${index}`);
};

function hostItem(list: HostValue, value: Host): HostValue {
  const types: Partial<Record<HostType, HostType>> = { size: 'int', tuple: 'int' };
  const type = types[list.type] ?? (typeof value === 'string' ? 'text' : Array.isArray(value) ? 'host' : 'number');
  return { kind: 'host', type, value, ...(list.from === undefined ? {} : { from: list.from }) };
}

/** `net[i]`: asked of the library, if it has such a thing, so that it raises for an index out of range. */
function* childOf(call: Call, module: ModuleValue, index: number): Task<Value> {
  const { native } = module;
  const ask = native?.adapter.child;
  if (native !== undefined && ask !== undefined) yield* guarded(call.place, () => ask(native.handle, index));
  const child = at(module.children, index);
  if (child !== undefined) return child;
  if (ask !== undefined) throw new Breach(`${module.page.name} has no module ${index}, but gives one`);

  return unsupported(`index out of range of ${module.page.name}`);
}
