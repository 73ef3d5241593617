/** Something that is looked at in a sample. */
export interface Look {
  /** What came, in words: `the correlation of elements 8 apart is 0.51`. */
  readonly found: () => string;
  /** No sample of the distribution comes so far from what is due with a greater probability. */
  readonly chance: number;
}

/** Looks at one property, of which a right library fails any with at most `LEVEL` all together. */
export type Group = readonly Look[];

/** No distribution has more than ten groups, so that a right library fails once in a million samples at most. */
export const LEVEL = 1e-7;

/** What a sample of the distribution cannot have. */
export const impossible = (found: string): Group => [{ found: () => found, chance: 0 }];

/** The look that a sample of the distribution gives least of all, if it gives it as good as never. */
export const failing = (groups: readonly Group[]): Look | undefined => {
  let worst: Look | undefined;
  for (const group of groups)
    for (const look of group)
      if (look.chance * group.length < LEVEL && look.chance < (worst?.chance ?? 1)) worst = look;
  return worst;
};
