import picocolors from 'picocolors';
import type { Case } from '../case.ts';
import { type KnownFault, type KnownLine, settleKnown } from '../known/index.ts';
import { clauseTexts, readSpec } from '../load/spec.ts';
import { failureLines } from '../reporters/failure.ts';
import { failsRun } from '../reporters/report.ts';
import type { Verdict } from '../verdict.ts';

/** How a test ends. */
export type TestEnding =
  | { readonly is: 'passed' }
  | { readonly is: 'skipped'; readonly why: string }
  | { readonly is: 'failed'; readonly message: string };

/** The lines of a known-failures file by the cases that they list. */
export interface KnownCases {
  readonly file: string;
  readonly byId: ReadonlyMap<string, KnownLine>;
}

let clauses: ReadonlyMap<string, string> | undefined;
const clause = (id: string): string | undefined => {
  clauses ??= clauseTexts(readSpec());
  return clauses.get(id);
};

const paint = picocolors.createColors(false);

/** What a verdict is as a test, in the light of the known failures. */
export const testEnding = (one: Case, raw: Verdict, known: KnownCases | undefined): TestEnding => {
  const line = known?.byId.get(one.id);
  const verdict = known === undefined || line === undefined ? raw : settleKnown(raw, line, known.file);
  if (failsRun(verdict)) {
    const rerun = (id: string): string => `npx vitest run -t ${JSON.stringify(id)}`;
    const lines = failureLines(one, verdict, { clause, rerun, paint, width: 100 });
    const untrue = verdict.known?.untrue;
    return { is: 'failed', message: [...(untrue === undefined ? [] : [untrue, '']), ...lines].join('\n') };
  }
  if (verdict.verdict !== 'unsupported') return { is: 'passed' };
  return { is: 'skipped', why: `unsupported: ${verdict.message}` };
};

/** All that is wrong with a known-failures file, a line each; undefined if nothing is. */
export const knownFaults = (file: string, faults: readonly KnownFault[]): string | undefined =>
  faults.length === 0
    ? undefined
    : faults.map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`).join('\n');
