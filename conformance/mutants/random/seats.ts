/** Where random numbers can be wrong. */
import type { Adapter } from '../../adapter/contract.ts';
import { pageOf } from '../../pages/page-of.ts';
import { formOfOp } from '../calls/called.ts';
import { faultOf } from '../calls/fault.ts';
import type { Call, Tools } from '../mutation.ts';
import type { Seat } from '../seat.ts';
import { FLOATS } from './faults.ts';
import { WHOLE } from './integers.ts';
import { generators, SEEDS } from './seeds.ts';

export const randoms = <T>(adapter: Adapter<T>): Seat<T>[] => {
  const ops = adapter.ops as unknown as Readonly<Record<string, Call>>;
  const names = [...new Set([FLOATS, WHOLE, SEEDS, generators].flatMap((table) => Object.keys(table)))];
  return names.map((name) => {
    const form = (tools: Tools) => formOfOp(pageOf(name)!.page, name, tools);
    const faults = [...(FLOATS[name] ?? []), ...(WHOLE[name] ?? [])];
    return {
      name,
      ops: [name],
      right: ops[name]!,
      mutations: [...faults.map((fault) => faultOf(fault, form)), ...(SEEDS[name] ?? []), ...(generators[name] ?? [])],
      put: (call) => ({ ...adapter, ops: { ...adapter.ops, [name]: call } }) as Adapter<T>,
    };
  });
};
