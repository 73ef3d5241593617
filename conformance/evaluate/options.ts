import { unsupported } from '../adapter/contract.ts';
import { type IndexEntry, isPath } from '../plan/index-expression.ts';
import type { Path } from '../plan/operand.ts';
import type { Option } from '../plan/option.ts';
import type { Call } from '../plan/plan.ts';
import type { Argument } from './arguments.ts';
import { Breach, withoutOptions } from './failure.ts';
import { cellOf, look } from './lookup.ts';
import type { Run } from './run.ts';
import { scalarOf } from './scalar.ts';
import { Node, type Value } from './values.ts';

/** The options of one call as the library receives them, and which of them it has not read. */
export interface Options {
  readonly values: Readonly<Record<string, unknown>>;
  /** Those that name tensors, by what they name: one, or the entries of an index. */
  readonly tensors: Readonly<Record<string, Argument>>;
  /** What is given to the library: reading it is noticed. */
  readonly seen: Readonly<Record<string, unknown>>;
  /** Whether the library left this option unread; asking counts as reading. */
  take(name: string): boolean;
  /** An option that the library has not read is one that it does not have. */
  check(op: string): void;
}

export class WatchedOptions implements Options {
  readonly values: Readonly<Record<string, unknown>>;
  readonly tensors: Readonly<Record<string, Argument>>;
  readonly seen: Readonly<Record<string, unknown>>;
  private readonly unread: Set<string>;

  constructor(values: Readonly<Record<string, unknown>>, tensors: Options['tensors'] = none) {
    const unread = new Set(Object.keys(values));
    this.values = values;
    this.tensors = tensors;
    this.unread = unread;
    this.seen = new Proxy(values, {
      get(target, key) {
        if (typeof key === 'string') unread.delete(key);
        return Reflect.get(target, key);
      },
    });
  }

  take(name: string): boolean {
    return this.unread.delete(name);
  }

  check(op: string): void {
    if (this.unread.size > 0) withoutOptions(op, [...this.unread]);
  }
}

const none: Options['tensors'] = Object.freeze({});

/** Options whose reading nobody watches. */
export const fixedOptions = (values: Readonly<Record<string, unknown>>): Options => ({
  values,
  tensors: none,
  seen: values,
  take: () => false,
  check: () => {},
});
export const noOptions: Options = fixedOptions(Object.freeze({}));

/** The options of a call, without those named. */
export function optionsOf(run: Run, call: Call, without?: ReadonlySet<string>): Options {
  if (call.options.length === 0) return noOptions;
  const values: Record<string, unknown> = {};
  const tensors: Record<string, Argument> = {};
  for (const option of call.options) {
    if (without?.has(option.name) === true) continue;
    values[option.name] = optionValue(run, option);
    const named = tensorsIn(run, option);
    if (named !== undefined) tensors[option.name] = named;
  }
  return new WatchedOptions(values, tensors);
}

function tensorsIn(run: Run, option: Option): Argument | undefined {
  if (option.kind === 'ref') return nodeAt(run, option.value);
  if (option.kind !== 'index' || !option.value.some(isPath)) return undefined;
  return option.value.map((entry) => (isPath(entry) ? (nodeAt(run, entry) ?? indexItem(run, entry)) : entry));
}

function nodeAt(run: Run, path: Path): Node | undefined {
  const value = look(run, path);
  return value.kind === 'tensor' ? value.node : undefined;
}

/** The options with other tensors in the place of some. */
export function fillOptions({ values, tensors }: Options, replaced: ReadonlyMap<Node, unknown>): Options['values'] {
  const named = Object.entries(tensors);
  if (named.length === 0) return values;
  const now = (node: Node): unknown => (replaced.has(node) ? replaced.get(node) : node.value);
  const item = (entry: unknown): unknown => (entry instanceof Node ? { tensor: now(entry) } : entry);
  const filled = named.map(([name, value]) => [name, value instanceof Node ? now(value) : (value as []).map(item)]);
  return { ...values, ...Object.fromEntries(filled) };
}

function optionValue(run: Run, option: Option): unknown {
  switch (option.kind) {
    case 'value':
      return option.value;
    case 'scalar':
      return scalarOf(run, option.value);
    case 'dtype':
      return run.dtype(option.value);
    case 'ref':
      return referent(look(run, option.value), option.value);
    case 'index':
      return option.value.map((entry) => indexItem(run, entry));
    case 'state':
      return Object.fromEntries(option.value.map(([key, path]) => [key, cellOf(look(run, path), key).node.value]));
  }
}

function referent(value: Value, path: Path): unknown {
  switch (value.kind) {
    case 'tensor':
      return value.node.value;
    case 'host':
      return value.value;
    case 'handle':
      return value.handle;
    case 'missing':
      return unsupported(value.what);
    default:
      throw new Breach(`${path.name} is a ${value.kind}, which no option takes`);
  }
}

function indexItem(run: Run, entry: IndexEntry): unknown {
  if (!isPath(entry)) return entry;
  const value = look(run, entry);
  if (value.kind === 'host') return value.type === 'none' ? 'None' : value.value;
  return { tensor: cellOf(value, 'an index').node.value };
}
