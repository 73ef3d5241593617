import { unsupported } from '../adapter/contract.ts';
import type { HostType } from '../plan/operand.ts';
import type { Call } from '../plan/plan.ts';
import { isFloat } from '../values/dtypes.ts';
import { Breach } from './failure.ts';
import type { Run } from './run.ts';
import type { Task } from './task.ts';
import type { HostValue, Node, Value } from './values.ts';

/** A Python number as the library's ops receive it. */
export function scalarOf(run: Run, { type, value }: HostValue): unknown {
  const { scalar } = run.library.adapter;
  if (typeof value === 'object' && value !== null && 'float' in value) {
    return scalar === undefined ? value.float : scalar(value.float, 'float');
  }
  if (typeof value !== 'number' && typeof value !== 'boolean' && typeof value !== 'bigint') {
    throw new Breach(`${JSON.stringify(value)} is no number`);
  }
  if (scalar === undefined) return typeof value === 'bigint' ? unsupported('an int beyond 2^53') : value;
  return scalar(value, typeof value === 'boolean' ? 'bool' : isPythonFloat(type, value) ? 'float' : 'int');
}

const isPythonFloat = (type: HostType, value: number | bigint): boolean =>
  typeof value === 'number' && (type === 'float' || !Number.isInteger(value));

/** A number that `item` gave, and that JavaScript has not told the type of, has the type of its tensor. */
export function* typed(run: Run, value: Value): Task<Value> {
  if (value.kind !== 'host' || typeof value.value !== 'number' || value.from === undefined) return value;
  const dtype = yield* run.dtypeOf(value.from);
  return { ...value, type: isFloat(dtype) ? 'float' : 'int' };
}

/**
 * A float such as 2.0 is an int to a library that only sees JS numbers. That is no matter beside floating tensors; else
 * the case cannot be said to such a library.
 */
export function* checkIntegralFloats(run: Run, call: Call, operands: readonly Value[]): Task<void> {
  if (run.library.adapter.scalar !== undefined || !call.floats.some(Number.isInteger)) return;
  const infers = call.page.dtype === 'infer';
  if (infers && (!call.floats.every(Number.isInteger) || call.options.some(({ kind }) => kind === 'dtype'))) return;
  for (const node of operands.flatMap(nodesOf)) {
    const dtype = yield* run.dtypeOf(node);
    if (!isFloat(dtype)) unsupported('an integral float beside a non-floating tensor');
  }
  if (infers) unsupported('an integral float that decides the dtype');
}

function nodesOf(value: Value): readonly Node[] {
  if (value.kind === 'tensor') return [value.node];
  return value.kind === 'sequence' ? value.items.flatMap(nodesOf) : [];
}
