import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Case } from '../case.ts';
import type { Tier } from '../compare/bound.ts';
import { suggestion } from '../load/nearest.ts';
import { clauseTexts, readSpec } from '../load/spec.ts';
import type { Suite } from '../load/suite.ts';
import { pretty, type Report, resultsText, unexpected } from '../reporters/index.ts';
import type { Implementation } from '../run/implementation.ts';
import type { Verdict } from '../verdict.ts';
import { EXIT, type Exit, Failure, firstLine, usage } from './failure.ts';
import type { Terminal } from './terminal.ts';

export interface ReportFlags {
  /** Names of reporters with commas between. */
  readonly reporter: string;
  readonly out: string;
  readonly tolerance: Tier;
}

/** A report that grows while the cases run, and ends with how the process ends. */
export interface Reporting {
  readonly onVerdict: (verdict: Verdict) => void;
  readonly finish: (verdicts: readonly Verdict[], implementation: Implementation) => Exit;
}

const REPORTERS = ['pretty', 'json'];

const reporterNames = (flag: string): ReadonlySet<string> => {
  const names = flag.split(',').map((name) => name.trim());
  for (const name of names)
    if (!REPORTERS.includes(name))
      throw usage(
        `unknown reporter ${JSON.stringify(name)}; expected ${REPORTERS.join(' or ')}${suggestion(name, REPORTERS)}`,
      );
  return new Set(names);
};

/** Writes a file whole or not at all: beside its place first, then moved there. */
const writeWhole = (folder: string, name: string, text: string): void => {
  try {
    mkdirSync(folder, { recursive: true });
    const draft = join(folder, `.${name}.${process.pid}`);
    writeFileSync(draft, text);
    renameSync(draft, join(folder, name));
  } catch (error) {
    throw usage(`cannot write ${join(folder, name)}: ${firstLine(error)}`, error);
  }
};

/** The text of a clause, read from the spec when a failure first needs one. */
const clauseReader = (): ((id: string) => string | undefined) => {
  let texts: ReadonlyMap<string, string> | undefined;
  return (id) => {
    texts ??= clauseTexts(readSpec());
    return texts.get(id);
  };
};

const shellWord = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;

/** The command that runs one case again: what was typed, with the id for the patterns. */
export const rerunCommand =
  (words: readonly string[]): ((id: string) => string) =>
  (id) =>
    ['tconf run', id, ...words.map(shellWord)].join(' ');

/** How a run ends by its verdicts. */
export const exitOf = (verdicts: readonly Verdict[]): Exit =>
  verdicts.some(({ verdict }) => unexpected.has(verdict)) ? EXIT.failed : EXIT.ok;

/** Begins the report of a run of `cases`. `words` are the options with which a single case is run again. */
export const startReport = (
  flags: ReportFlags,
  suite: Suite,
  cases: readonly Case[],
  words: readonly string[],
  terminal: Terminal,
): Reporting => {
  const names = reporterNames(flags.reporter);
  const began = performance.now();
  const screen = names.has('pretty')
    ? pretty(terminal, { clause: clauseReader(), rerun: rerunCommand(words) })
    : undefined;
  screen?.start(cases.length);
  return {
    onVerdict: (verdict) => screen?.verdict(verdict),
    finish: (verdicts, { name, version, url }) => {
      if (verdicts.length !== cases.length)
        throw new Failure(EXIT.incomplete, `only ${verdicts.length} of ${cases.length} cases have a verdict`);
      const adapter = { name, ...(version === undefined ? {} : { version }), ...(url === undefined ? {} : { url }) };
      const duration = performance.now() - began;
      const { version: suiteVersion, digest } = suite;
      const report: Report = {
        suite: { version: suiteVersion, digest },
        adapter,
        tolerance: flags.tolerance,
        cases,
        verdicts,
        causes: [],
        duration,
      };
      screen?.end(report);
      if (names.has('json')) writeWhole(flags.out, 'results.json', resultsText(report));
      return exitOf(verdicts);
    },
  };
};
