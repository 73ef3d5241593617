import { type Value, value } from './value.ts';

/** What every name holds as a program goes on, and which names share memory. A path counts as the name that it begins with. */
export class Memory {
  readonly #held = new Map<string, Value>();
  readonly #gradients = new Map<string, Value>();
  readonly #shared = new Map<string, Set<string>>();
  /** All that a name ever held: a gradient may be that of any of it. */
  readonly #ever = new Map<string, Value[]>();

  hold(name: string, what: Value): void {
    this.#held.set(name, what);
    this.#ever.set(name, [...(this.#ever.get(name) ?? []), what]);
  }

  /** Binds a name to a tensor: one that shares the memory of others, or one of its own. */
  bind(name: string, what: Value, shares: readonly string[] = []): void {
    this.hold(name, what);
    const group = new Set([name, ...shares.flatMap((one) => [...this.sharing(one)])]);
    for (const one of group) this.#shared.set(one, group);
  }

  sharing(name: string): ReadonlySet<string> {
    return this.#shared.get(name) ?? new Set([name]);
  }

  /** What a path leads to: the gradient of a name, or what it holds. */
  at(path: string): Value | undefined {
    const name = rootOf(path);
    return isGradient(path) ? this.#gradients.get(name) : this.#held.get(name);
  }

  /** Adds to the gradient of a name. */
  grow(name: string, by: number, ...needs: readonly (Value | undefined)[]): Value {
    const grown = value(by, this.#gradients.get(name), ...needs);
    this.#gradients.set(name, grown);
    return grown;
  }

  everHeld(name: string): readonly Value[] {
    return this.#ever.get(name) ?? [];
  }

  get names(): readonly string[] {
    return [...this.#held.keys()];
  }
}

export const rootOf = (path: string): string => path.replace(/[.[].*/, '');
export const isGradient = (path: string): boolean => /\.grad\b/.test(path);
