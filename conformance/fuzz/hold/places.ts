/** The place of a step: its index, and those into the blocks that it stands in. */
export type Place = readonly number[];

/** Below 0 where `a` stands before `b`. */
export const inOrder = (a: Place, b: Place): number => {
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
};
