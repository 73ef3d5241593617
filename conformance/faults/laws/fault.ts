/** A library that breaks one law: the reference with one function replaced. */
import adapter from '../../adapters/reference/index.ts';
import type { Law } from '../../laws/law.ts';
import type { Call, Tools } from '../../mutants/mutation.ts';
import { tools } from '../../mutants/reference.ts';

export type Faulty = typeof adapter;
export type Fault = () => Faulty;

/** The reference whose `op` is what `wrong` makes of the right one. */
export const wrongOp =
  (op: string, wrong: (right: Call, tools: Tools) => Call): Fault =>
  () => {
    const right = (adapter.ops as unknown as Readonly<Record<string, Call>>)[op]!;
    return { ...adapter, ops: { ...adapter.ops, [op]: wrong(right, tools) } } as Faulty;
  };

/** The same fault in several ops. */
export const wrongOps =
  (ops: readonly string[], wrong: (right: Call, tools: Tools) => Call): Fault =>
  () => {
    const table = adapter.ops as unknown as Readonly<Record<string, Call>>;
    const replaced = Object.fromEntries(ops.map((op) => [op, wrong(table[op]!, tools)]));
    return { ...adapter, ops: { ...adapter.ops, ...replaced } } as Faulty;
  };

/** The same fault in every op that a law draws because of its page. */
export const wrongFamily = (law: Law, wrong: (right: Call, tools: Tools) => Call): Fault =>
  wrongOps(
    law.families!.flatMap(({ ops }) => ops),
    wrong,
  );

/** What stands first is copied, so that writing to it is not seen. */
export const copiedFirst =
  (right: Call, { isTensor, ops }: Tools): Call =>
  (first, ...others) =>
    right(isTensor(first) ? ops.clone!(first, {}) : first, ...others);
