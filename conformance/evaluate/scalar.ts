import { unsupported } from '../adapter/contract.ts';
import { Breach } from './failure.ts';
import type { Call } from './plan.ts';
import type { Run } from './run.ts';
import type { Task } from './task.ts';
import type { HostValue, Node, Value } from './values.ts';

/** A Python number as the library's ops receive it. */
export function* scalarOf(run: Run, host: HostValue): Task<unknown> {
  const { type, value } = yield* typed(run, host);
  const { scalar } = run.library.adapter;
  if (scalar !== undefined) return scalar(value, type);
  return typeof value === 'bigint' ? unsupported('an int beyond 2^53') : value;
}

/** A number with its Python type; one that `item` gave has the type of its tensor. */
function* typed(
  run: Run,
  { type, value, from }: HostValue,
): Task<{ readonly type: 'int' | 'float' | 'bool'; readonly value: number | bigint | boolean }> {
  if (typeof value === 'boolean') return { type: 'bool', value };
  if (typeof value === 'bigint') return { type: 'int', value };
  if (typeof value === 'object' && value !== null && 'float' in value) return { type: 'float', value: value.float };
  if (typeof value !== 'number') throw new Breach(`${JSON.stringify(value)} is no number`);
  if (type === 'int' || type === 'float') return { type, value };
  if (!Number.isInteger(value)) return { type: 'float', value };
  const dtype = from === undefined ? 'int64' : yield* run.dtypeOf(from);
  return { type: /float/.test(dtype) ? 'float' : 'int', value };
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
    if (!/float/.test(dtype)) unsupported('an integral float beside a non-floating tensor');
  }
  if (infers) unsupported('an integral float that decides the dtype');
}

function nodesOf(value: Value): readonly Node[] {
  if (value.kind === 'tensor') return [value.node];
  return value.kind === 'sequence' ? value.items.flatMap(nodesOf) : [];
}
