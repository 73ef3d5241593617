/** The edit distance of two short texts, where a swap of neighbours is one edit. */
const distance = (a: string, b: string): number => {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before[j - 2]! + 1 : changed;
      row.push(Math.min(above[j]! + 1, row[j - 1]! + 1, changed, swapped));
    }
    before = above;
    above = row;
  }
  return above[b.length]!;
};

/** The candidate that `given` was probably meant to be, if one is close enough. */
export const nearest = (given: string, candidates: Iterable<string>): string | undefined => {
  let best: string | undefined;
  // A name of one letter is near to every other, which says nothing.
  let least = given.length < 2 ? 1 : Math.max(1, Math.floor(given.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - given.length) >= least) continue;
    const d = distance(given.toLowerCase(), candidate.toLowerCase());
    if (d < least) {
      least = d;
      best = candidate;
    }
  }
  return best;
};

/** `; did you mean "sum"?`, or nothing. */
export const suggestion = (given: string, candidates: Iterable<string>): string => {
  const near = nearest(given, candidates);
  return near === undefined ? '' : `; did you mean ${JSON.stringify(near)}?`;
};
