import { unsupported } from '../adapter/contract.ts';
import type { HostType } from '../plan/operand.ts';
import type { Call } from '../plan/plan.ts';
import type { Host } from '../values/observation.ts';
import { Breach } from './failure.ts';
import { childOf, handleLength, rowOf } from './objects/object-items.ts';
import type { Run } from './run.ts';
import { done, type Task } from './task.ts';
import type { HostValue, Value } from './values.ts';

/** `getitem` and `len` of what is no tensor; undefined for every other call. */
export function hostOp(run: Run, call: Call, [self]: readonly Value[]): Task<Value> | undefined {
  if (self === undefined || self.kind === 'tensor') return undefined;
  if (call.op === 'getitem') return itemOf(run, call, self);
  return call.op === 'len' ? done(lengthOf(self)) : undefined;
}

function* itemOf(run: Run, call: Call, self: Value): Task<Value> {
  const index = indexOf(call);
  if (self.kind === 'sequence') return at(self.items, index) ?? outOfRange(index);
  if (self.kind === 'module') return yield* childOf(call, self, index);
  if (self.kind === 'handle') return yield* rowOf(run, call, self, index);
  if (self.kind === 'host' && Array.isArray(self.value)) {
    const value: Host | undefined = at(self.value as readonly Host[], index);
    return value === undefined ? outOfRange(index) : hostItem(self, value);
  }
  throw new Breach(`a ${self.kind} has no items`);
}

function lengthOf(self: Value): Value {
  return { kind: 'host', type: 'int', value: sizeOf(self) };
}

function sizeOf(self: Value): number {
  if (self.kind === 'sequence') return self.items.length;
  if (self.kind === 'module') return self.children.length;
  if (self.kind === 'handle') return handleLength(self);
  if (self.kind === 'host' && Array.isArray(self.value)) return self.value.length;
  throw new Breach(`a ${self.kind} has no length`);
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
