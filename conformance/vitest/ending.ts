import picocolors from 'picocolors';
import { type Floor, type KnownFault, type KnownLine, settleFloors, settleKnown } from '../known/index.ts';
import { clauseTexts, readSpec } from '../load/spec.ts';
import { failureLines } from '../reporters/failure.ts';
import { failsRun, showsNothing } from '../reporters/report.ts';
import type { Case } from '../values/case.ts';
import type { Verdict } from '../values/verdict.ts';

/** How a test ends. */
export type TestEnding =
  | { readonly is: 'passed' }
  | { readonly is: 'skipped'; readonly why: string }
  | { readonly is: 'failed'; readonly message: string };

/** The lines of a known-failures file by the cases that they list. */
export interface KnownCases {
  readonly file: string;
  readonly byId: ReadonlyMap<string, KnownLine>;
  readonly floors?: readonly Floor[];
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

/** What the verdicts of all tests are together, before the known failures were looked at. */
export const wholeEnding = (
  verdicts: readonly Verdict[],
  suite: readonly Case[],
  known: KnownCases | undefined,
): TestEnding => {
  if (verdicts.length === 0) return { is: 'skipped', why: 'no case was run' };
  const held = settleFloors(known?.floors ?? [], suite, verdicts, known?.file ?? '');
  const said = new Set(held.flatMap(({ known: line }) => line?.untrue ?? []));
  if (said.size > 0) return { is: 'failed', message: [...said].join('\n') };
  const failing = verdicts.filter(({ id }) => known?.byId.has(id));
  if (failing.length > 0 || !showsNothing(verdicts)) return { is: 'passed' };
  return { is: 'failed', message: 'no case passed: nothing of this could run, which says nothing of the library' };
};

/** Whether a known-failures file is as it must be; if not, all that is wrong with it, a line each. */
export const knownEnding = (file: string, faults: readonly KnownFault[]): TestEnding =>
  faults.length === 0
    ? { is: 'passed' }
    : {
        is: 'failed',
        message: faults.map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`).join('\n'),
      };

/** A failed case. Its stack would show the suite, which is of no use to the reader. */
class ConformanceFailure extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ConformanceFailure';
    this.stack = message;
  }
}

/** Ends a test so. `skip` does not return. */
export const conclude = (ending: TestEnding, skip: (why: string) => void): void => {
  if (ending.is === 'skipped') skip(ending.why);
  if (ending.is === 'failed') throw new ConformanceFailure(ending.message);
};
