import { child, type Report } from './fault.ts';
import { suggestion } from './nearest.ts';

/**
 * The names that are bound while the steps of a case are read in order. Each has the order at which it was bound, so
 * that one can tell what was bound when an op raised.
 */
export class Scope {
  private readonly bound = new Map<string, { readonly by: string; readonly order: number }>();
  /** What is bound in a block that may have ended before. */
  private readonly uncertain = new Set<string>();
  private readonly segments: ReadonlySet<string>;
  private order = 0;

  /** `segments`: what a path may go on with, besides integers. */
  constructor(segments: ReadonlySet<string>) {
    this.segments = segments;
  }

  /** Counts one op, and gives its place in the order. */
  next(): number {
    this.order += 1;
    return this.order;
  }

  /** Binds `name`. Outside loops a name is bound once; `record` may append to its own list again. */
  bind(name: string, by: string, rebind: boolean, path: string, report: Report): void {
    const before = this.bound.get(name);
    const again = by === 'record' && before?.by === 'record';
    if (before !== undefined && !rebind && !again)
      report(path, `the name ${JSON.stringify(name)} is bound twice: first by ${before.by}; expected a new name`);
    if (before === undefined) this.bound.set(name, { by, order: this.order });
  }

  /** Reads a block that ends where an op raises: what it binds cannot be read after it. */
  tried(read: () => void): void {
    const before = new Set(this.bound.keys());
    read();
    for (const name of this.bound.keys()) if (!before.has(name)) this.uncertain.add(name);
  }

  /** Checks that a path begins with a bound name, bound before the op `until` if that is given, and goes on as paths may. */
  read(path: string, at: string, report: Report, until: number = Number.POSITIVE_INFINITY): void {
    const [name, ...rest] = path.split('.') as [string, ...string[]];
    const binding = this.bound.get(name);
    if (binding === undefined)
      report(at, `the name ${JSON.stringify(name)} is not bound${suggestion(name, this.bound.keys())}${this.known()}`);
    else if (binding.order >= until)
      report(
        at,
        `the name ${JSON.stringify(name)} is not bound yet when the op raises; expected a name bound before it`,
      );
    else if (this.uncertain.has(name))
      report(
        at,
        `the name ${JSON.stringify(name)} is bound in a "try", which may end before; expected a name bound outside`,
      );
    for (const segment of rest)
      if (!/^\d+$/.test(segment) && !this.segments.has(segment))
        report(
          at,
          `the path ${JSON.stringify(path)} goes on with ${JSON.stringify(segment)}; expected an integer, ${[...this.segments].join(', ')}`,
        );
  }

  private known(): string {
    return this.bound.size > 0 ? ` (bound here: ${[...this.bound.keys()].join(', ')})` : ' (nothing is bound here)';
  }
}

/** Checks every `{ "ref": path }` inside an option's value. */
export const readRefs = (value: unknown, scope: Scope, at: string, report: Report): void => {
  if (Array.isArray(value)) value.forEach((item, i) => void readRefs(item, scope, child(at, i), report));
  else if (typeof value === 'object' && value !== null) {
    const { ref } = value as { ref?: unknown };
    if (typeof ref === 'string' && Object.keys(value).length === 1) scope.read(ref, child(at, 'ref'), report);
    else for (const [key, item] of Object.entries(value)) readRefs(item, scope, child(at, key), report);
  }
};
