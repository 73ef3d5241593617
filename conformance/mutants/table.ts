/** How many mutants of each kind are noticed, as a table. */
import type { Kind } from './kinds/kind.ts';
import type { Mutant } from './score.ts';

const NUMBERS = ['noticed', 'of', '%', 'set aside'] as const;

interface Row {
  readonly kind: string;
  readonly noticed: number;
  readonly of: number;
  readonly aside: number;
}

type IsAside = (mutant: Mutant) => boolean;

const row = (kind: string, mutants: readonly Mutant[], isAside: IsAside): Row => {
  const judged = mutants.filter(({ fate }) => fate !== 'idle');
  const [noticed, others] = [judged.filter((m) => m.fate === 'killed'), judged.filter((m) => m.fate !== 'killed')];
  return { kind, noticed: noticed.length, of: judged.length, aside: others.filter(isAside).length };
};

/** Kinds in the order in which they come, and all together. Those that are idle do not count; `isAside` tells those that no case can notice. */
export function tableOf(mutants: readonly Mutant[], isAside: IsAside = () => false): string {
  const kinds: readonly Kind[] = [...new Set(mutants.map(({ kind }) => kind))];
  const rows = [
    ...kinds.map((kind) =>
      row(
        kind,
        mutants.filter((mutant) => mutant.kind === kind),
        isAside,
      ),
    ),
    row('all', mutants, isAside),
  ];
  const cells = [
    ['kind', ...NUMBERS],
    ...rows.map(({ kind, noticed, of, aside }) => [kind, `${noticed}`, `${of}`, percent(noticed, of), `${aside}`]),
  ];
  const widths = cells[0]!.map((_, i) => Math.max(...cells.map((line) => line[i]!.length)));
  return cells
    .map((line) => line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  '))
    .join('\n');
}

export const percent = (part: number, whole: number): string => (whole === 0 ? '' : ((100 * part) / whole).toFixed(1));
