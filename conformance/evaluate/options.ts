import { unsupported } from '../adapter/contract.ts';
import { Breach } from './failure.ts';
import { cellOf, look } from './lookup.ts';
import { type IndexEntry, isPath } from './plan/index-expression.ts';
import type { Path } from './plan/literal.ts';
import type { Option } from './plan/option.ts';
import type { Call } from './plan/plan.ts';
import type { Run } from './run.ts';
import { scalarOf } from './scalar.ts';
import type { Value } from './values.ts';

/** The options of one call as the library receives them, and which of them it has not read. */
export interface Options {
  readonly values: Readonly<Record<string, unknown>>;
  /** What is given to the library: reading it is noticed. */
  readonly seen: Readonly<Record<string, unknown>>;
  /** Whether the library left this option unread; asking counts as reading. */
  take(name: string): boolean;
  /** An option that the library has not read is one that it does not have. */
  check(op: string): void;
}

export class WatchedOptions implements Options {
  readonly values: Readonly<Record<string, unknown>>;
  readonly seen: Readonly<Record<string, unknown>>;
  private readonly unread: Set<string>;

  constructor(values: Readonly<Record<string, unknown>>) {
    const unread = new Set(Object.keys(values));
    this.values = values;
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
    if (this.unread.size > 0) unsupported([...this.unread].map((name) => `option ${op}.${name}`).join(', '));
  }
}

/** Options whose reading nobody watches. */
export const fixedOptions = (values: Readonly<Record<string, unknown>>): Options => ({
  values,
  seen: values,
  take: () => false,
  check: () => {},
});
export const noOptions: Options = fixedOptions(Object.freeze({}));

/** The options of a call, without those named. */
export function optionsOf(run: Run, call: Call, without?: ReadonlySet<string>): Options {
  if (call.options.length === 0) return noOptions;
  const values: Record<string, unknown> = {};
  for (const option of call.options) {
    if (without?.has(option.name) !== true) values[option.name] = optionValue(run, option);
  }
  return new WatchedOptions(values);
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
  return value.kind === 'host' ? value.value : { tensor: cellOf(value, 'an index').node.value };
}
