import { unsupported } from '../adapter/contract.ts';
import { Breach } from './failure.ts';
import type { Run } from './run.ts';
import { scalarOf } from './scalar.ts';
import { Node, type Value } from './values.ts';

/** An operand with names looked up but tensors still as nodes, so that a lowering can put others in their place. */
export type Argument = Node | readonly Argument[] | { readonly [other: string]: unknown } | unknown;

export function argumentsOf(run: Run, values: readonly Value[]): Argument[] {
  const args = new Array<Argument>(values.length);
  for (let i = 0; i < values.length; i++) args[i] = argumentOf(run, values[i]!);
  return args;
}

function argumentOf(run: Run, value: Value): Argument {
  switch (value.kind) {
    case 'tensor':
      return value.node;
    case 'host':
      if (value.type === 'none') return undefined;
      return isNumeric(value.value) ? scalarOf(run, value) : value.value;
    case 'sequence':
      return argumentsOf(run, value.items);
    case 'handle':
      return value.handle;
    case 'missing':
      return unsupported(value.what);
    default:
      throw new Breach(`a ${value.kind} is no operand of an op`);
  }
}

const isNumeric = (value: unknown): boolean =>
  typeof value === 'number' ||
  typeof value === 'boolean' ||
  typeof value === 'bigint' ||
  (typeof value === 'object' && value !== null && 'float' in value);

/** The arguments as the library receives them; nodes that `replaced` holds are given as what it holds. */
export function fill(args: readonly Argument[], replaced?: ReadonlyMap<Node, unknown>): unknown[] {
  const raw = new Array<unknown>(args.length);
  for (let i = 0; i < args.length; i++) {
    const arg = args[i];
    if (arg instanceof Node) raw[i] = replaced?.has(arg) === true ? replaced.get(arg) : arg.value;
    else raw[i] = Array.isArray(arg) ? fill(arg, replaced) : arg;
  }
  return raw;
}

/** All tensors among the arguments. */
export function nodesIn(args: readonly Argument[], into: Node[] = []): Node[] {
  for (const arg of args) {
    if (arg instanceof Node) into.push(arg);
    else if (Array.isArray(arg)) nodesIn(arg, into);
  }
  return into;
}
