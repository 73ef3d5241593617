/** The numbers that a version begins with: `1.13.0a0` is 1, 13, 0 and `2.6.0+debian` 2, 6, 0. */
const numbers = (version: string): readonly number[] =>
  (/^\d+(\.\d+)*/.exec(version)?.[0] ?? '').split('.').map(Number);

/** Below 0 if `a` is older than `b`, 0 if they are one release. What follows the numbers does not count. */
export const compareVersions = (a: string, b: string): number => {
  const [left, right] = [numbers(a), numbers(b)];
  const at = Array.from({ length: Math.max(left.length, right.length) }, (_, i) => (left[i] ?? 0) - (right[i] ?? 0));
  return at.find((difference) => difference !== 0) ?? 0;
};
