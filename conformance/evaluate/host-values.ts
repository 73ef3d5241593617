import type { Call } from '../plan/plan.ts';
import { Breach } from './failure.ts';
import { cellOf, resolve } from './lookup.ts';
import { read } from './read.ts';
import type { Run } from './run.ts';
import type { Task } from './task.ts';
import type { RecordValue, Value } from './values.ts';

/** `tuple`, `list` and `record`: what the evaluator alone does. */
export function* hostValue(run: Run, call: Call): Task<Value> {
  const [first] = call.operands.map((operand) => resolve(run, operand));
  if (call.op === 'record') return yield* record(run, call, first);
  if (first?.kind !== 'sequence') throw new Breach(`${call.op} needs a list of operands`);
  return { ...first, python: call.op === 'tuple' ? 'tuple' : 'list' };
}

/** Appends a copy to the list that the name has so far. */
function* record(run: Run, call: Call, value: Value | undefined): Task<RecordValue> {
  const { node } = cellOf(value, call.op);
  const { dtype, shape, data } = yield* read(run.library, node);
  run.saw(dtype);
  const before = typeof call.out === 'string' ? run.names.get(call.out) : undefined;
  const list: RecordValue = before?.kind === 'record' ? before : { kind: 'record', copies: [] };
  list.copies.push({ dtype, shape: [...shape], data: Array.from(data) });
  return list;
}
