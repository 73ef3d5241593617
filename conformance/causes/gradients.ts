/** A case that goes back through ops: whether the pass raised, and what it said then. */
export interface Passed {
  readonly id: string;
  readonly through: readonly string[];
  readonly said: string | undefined;
}

/** Of how many of the cases that differentiate an op a message has to come before that op is blamed for it. */
const SHARE = 0.5;

/**
 * For every case whose backward pass raised: the op whose gradient that comes from. Cases that raised with the same words
 * are looked at together: the op that most of them have in common takes them, if most of the cases that differentiate it
 * end so, and so on with the rest. What no op explains is the pass itself.
 */
export const blamedGradients = (cases: readonly Passed[]): ReadonlyMap<string, string> => {
  const totals = new Map<string, number>();
  for (const { through } of cases) for (const op of through) totals.set(op, (totals.get(op) ?? 0) + 1);
  const blamed = new Map<string, string>();
  for (const words of new Set(cases.flatMap(({ said }) => said ?? []))) {
    let left = cases.filter(({ said }) => said === words);
    if (left.length > 0.9 * cases.length && left.length > 2) continue;
    const inGroup = (op: string): number => left.filter(({ through }) => through.includes(op)).length;
    while (left.length > 0) {
      const [best] = [...new Set(left.flatMap(({ through }) => through))]
        .map((op) => ({ op, count: inGroup(op), share: inGroup(op) / totals.get(op)! }))
        .filter(({ share }) => share >= SHARE)
        .sort((a, b) => b.count - a.count || b.share - a.share);
      if (best === undefined) break;
      for (const { id, through } of left) if (through.includes(best.op)) blamed.set(id, best.op);
      left = left.filter(({ through }) => !through.includes(best.op));
    }
  }
  return blamed;
};
