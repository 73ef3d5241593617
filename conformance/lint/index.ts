import type { Fault } from '../load/fault.ts';
import { blunt } from './blunt.ts';
import { citations } from './citations.ts';
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
import { written } from './written.ts';

/** What every fixture file keeps to, whosever it is. The loader has checked schema and ids before. */
export const caseLints: readonly Lint[] = [titles, controls, prints, blunt, citations];

/** What the bundled suite keeps to as a whole: that nothing is missing from it and no op has few cases, that CI runs its versions, and that the spec is in order. */
export const suiteLints: readonly Lint[] = [clauses, ops, written, note, versions, opPages, generated];

/** All faults that these lints find, in their order. */
export const runLints = async (lints: readonly Lint[], linted: Linted): Promise<readonly Fault[]> => {
  const found: (readonly Fault[])[] = [];
  for (const lint of lints) found.push(await lint.run(linted));
  return found.flat();
};
