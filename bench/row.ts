/** One line of the bench: what was measured, the figure, and what it may be at most (or must be at least). */
export interface Row {
  readonly what: string;
  readonly ours: string;
  readonly theirs: string;
  /** ours / theirs, or a plain figure where nothing stands beside it. */
  readonly figure: number;
  readonly unit: 'ratio' | 's' | 'ms' | 'MB' | 'cases/s';
  readonly limit?: number;
}

export const seconds = (s: number): string =>
  s >= 1 ? `${s.toFixed(2)} s` : s >= 1e-3 ? `${(s * 1e3).toFixed(2)} ms` : `${(s * 1e6).toFixed(2)} µs`;

const digits = { ratio: 2, s: 2, ms: 3, MB: 0, 'cases/s': 0 } as const;

/** The rows as an aligned table. */
export function table(rows: readonly Row[]): string {
  const head = ['measured', 'ours', 'theirs', 'figure', 'limit'];
  const cells = rows.map((r) => [
    r.what,
    r.ours,
    r.theirs,
    r.unit === 'ratio' ? r.figure.toFixed(digits.ratio) : `${r.figure.toFixed(digits[r.unit])} ${r.unit}`,
    r.limit === undefined ? '' : `≤ ${r.limit}${r.figure <= r.limit ? '' : '  over'}`,
  ]);
  const width = head.map((h, k) => Math.max(h.length, ...cells.map((c) => c[k]!.length)));
  const line = (c: readonly string[]) =>
    c
      .map((text, k) => (k === 0 ? text.padEnd(width[k]!) : text.padStart(width[k]!)))
      .join('  ')
      .trimEnd();
  return [line(head), width.map((w) => '-'.repeat(w)).join('  '), ...cells.map(line)].join('\n');
}
