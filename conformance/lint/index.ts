import type { Fault } from '../load/fault.ts';
import { blunt } from './blunt.ts';
import { clauses } from './clauses.ts';
import { controls } from './controls.ts';
import { generated } from './generated.ts';
import type { Lint, Linted } from './lint.ts';
import { note } from './note.ts';
import { opPages } from './op-pages.ts';
import { ops } from './ops.ts';
import { prints } from './prints.ts';
import { titles } from './titles.ts';
import { versions } from './versions.ts';

/** Every lint, in the order in which `tconf lint` runs them. The loader has checked schema and ids before. */
export const lints: readonly Lint[] = [
  titles,
  controls,
  prints,
  blunt,
  clauses,
  ops,
  note,
  versions,
  opPages,
  generated,
];

/** All faults that all lints find. */
export const runLints = async (linted: Linted): Promise<readonly Fault[]> => {
  const found: Fault[] = [];
  for (const lint of lints) found.push(...(await lint.run(linted)));
  return found;
};
