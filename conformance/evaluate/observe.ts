import type { TensorData } from '../adapter/contract.ts';
import { fillsShape } from '../compare/compare.ts';
import type { HostType } from '../plan/operand.ts';
import { isFloat } from '../values/dtypes.ts';
import type { Observation } from '../values/observation.ts';
import { Breach } from './failure.ts';
import { pythonText, tupleText } from './python-text.ts';
import { read, readAsGiven, unfilled } from './read.ts';
import type { Run } from './run.ts';
import type { Task } from './task.ts';
import type { Cell, HostValue, Node, RecordValue, SequenceValue, Value } from './values.ts';

/** What a value is now. `prints` asks for its text too, which a library without `print` does not have. */
export function* observe(run: Run, value: Value, prints: boolean): Task<Observation> {
  const text = prints && run.library.adapter.print !== undefined ? yield* textOf(run, value) : undefined;
  const seen = yield* held(run, value);
  return text === undefined || seen.kind === 'null' ? seen : { ...seen, prints: text };
}

function* held(run: Run, value: Value): Task<Observation> {
  switch (value.kind) {
    case 'tensor':
      return yield* tensor(run, value);
    case 'host':
      return value.type === 'none' ? { kind: 'null' } : { kind: 'host', value: value.value };
    case 'sequence':
      return { kind: 'sequence', each: yield* all(run, value) };
    case 'record':
      return recorded(value);
    default:
      throw new Breach(`a ${value.kind} cannot be observed`);
  }
}

function* all(run: Run, { items }: SequenceValue): Task<readonly Observation[]> {
  const each: Observation[] = [];
  for (const item of items) each.push(yield* held(run, item));
  return each;
}

function* tensor(run: Run, { node }: Cell): Task<Observation> {
  const given = yield* readAsGiven(run.library, node);
  if (!fillsShape(given)) yield* blamed(run, node, given);
  const { dtype, shape, data } = given;
  run.saw(dtype);
  const seen = { kind: 'tensor', dtype, shape, data } as const;
  return typeof (node.value as unknown) === 'object' ? seen : { ...seen, host: true };
}

/**
 * A result whose elements do not fill its shape is the library's doing, unless the adapter reads what it made itself no
 * better.
 */
function* blamed(run: Run, { place }: Node, given: TensorData): Task<void> {
  if (place.length === 0) throw unfilled(given);
  for (const value of run.names.values())
    if (value.kind === 'tensor' && value.node.place.length === 0) yield* read(run.library, value.node);
}

/** Along a new axis 0, or one after another where shapes or dtypes differ. */
function recorded({ copies }: RecordValue): Observation {
  const { dtype, shape } = copies[0]!;
  if (copies.some((copy) => copy.dtype !== dtype || copy.shape.join() !== shape.join())) {
    return { kind: 'sequence', each: copies.map((copy) => ({ kind: 'tensor', ...copy })) };
  }
  const data: (number | bigint | boolean)[] = [];
  for (const copy of copies) for (let i = 0; i < copy.data.length; i++) data.push(copy.data[i]!);
  return { kind: 'tensor', dtype, shape: [copies.length, ...shape], data };
}

/** Tensors print as the library says; what holds them is Python's. */
function* textOf(run: Run, value: Value): Task<string> {
  switch (value.kind) {
    case 'tensor': {
      run.asked = true;
      const text: unknown = run.library.adapter.print!(value.node.value);
      if (typeof text !== 'string') throw new Breach('print must return text');
      return text;
    }
    case 'host':
      return pythonText(value.value, yield* pythonType(run, value));
    case 'sequence': {
      const inner: string[] = [];
      for (const item of value.items) inner.push(yield* textOf(run, item));
      return value.python === 'tuple' ? tupleText(inner) : `[${inner.join(', ')}]`;
    }
    default:
      throw new Breach(`a ${value.kind} has no text`);
  }
}

/** Numbers that `item` or `tolist` read from floats are floats, whatever JavaScript has made of 2.0. */
function* pythonType(run: Run, { type, from }: HostValue): Task<HostType> {
  if ((type !== 'number' && type !== 'host') || from === undefined) return type;
  return isFloat(yield* run.dtypeOf(from)) ? 'float' : type;
}
