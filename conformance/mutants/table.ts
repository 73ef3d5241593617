/** How many mutants of each kind are noticed, as a table. */
import type { Kind } from './kinds/kind.ts';
import type { Mutant } from './score.ts';

const NUMBERS = ['noticed', 'of', '%'] as const;

interface Row {
  readonly kind: string;
  readonly noticed: number;
  readonly of: number;
}

const row = (kind: string, mutants: readonly Mutant[]): Row => {
  const judged = mutants.filter(({ fate }) => fate !== 'idle');
  return { kind, noticed: judged.filter(({ fate }) => fate === 'killed').length, of: judged.length };
};

/** Kinds in the order in which they come, and all together. Those that are idle do not count. */
export function tableOf(mutants: readonly Mutant[]): string {
  const kinds: readonly Kind[] = [...new Set(mutants.map(({ kind }) => kind))];
  const rows = [
    ...kinds.map((kind) =>
      row(
        kind,
        mutants.filter((mutant) => mutant.kind === kind),
      ),
    ),
    row('all', mutants),
  ];
  const cells = [
    ['kind', ...NUMBERS],
    ...rows.map(({ kind, noticed, of }) => [kind, `${noticed}`, `${of}`, percent(noticed, of)]),
  ];
  const widths = cells[0]!.map((_, i) => Math.max(...cells.map((line) => line[i]!.length)));
  return cells
    .map((line) => line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  '))
    .join('\n');
}

export const percent = (part: number, whole: number): string => (whole === 0 ? '' : ((100 * part) / whole).toFixed(1));
