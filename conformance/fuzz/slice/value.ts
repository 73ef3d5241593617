/** What a name holds at one moment, or the gradient that a pass brings it, and what that is computed from. */
export interface Value {
  /** Grows while a pass goes back. */
  readonly needs: Value[];
  /** The number of the call that computes it; undefined for an input. */
  readonly by: number | undefined;
}

export const value = (by: number | undefined, ...needs: readonly (Value | undefined)[]): Value => ({
  needs: needs.filter((one) => one !== undefined),
  by,
});

/** All that these are computed from, themselves among them. */
export const closure = (from: readonly Value[]): ReadonlySet<Value> => {
  const seen = new Set<Value>();
  const left = [...from];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    left.push(...next.needs);
  }
  return seen;
};
