import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { NoPyTorch, rootsOf } from '../adapters/pytorch/installed.ts';
import { packageFolder } from '../load/package.ts';
import type { Suite } from '../load/suite.ts';
import type { Results } from '../reporters/index.ts';
import { readResults } from '../results/index.ts';
import { type Entry, findingsOf, install, page, type Subject, subjects, whyUnfit } from '../scoreboard/index.ts';
import { chosenCases } from './cases.ts';
import { EXIT, type Exit, Failure, firstLine, usage } from './failure.ts';
import { expectWritable, writeWhole } from './out-folder.ts';
import type { Terminal } from './terminal.ts';

export interface ScoreboardFlags {
  /** The file that is written. */
  readonly out: string;
}

/** `tconf` itself, with these words. */
export type Run = (words: readonly string[], terminal: Terminal) => Promise<Exit>;

/** A kernel that never ends costs this much, on every run. */
const TIMEOUT = '6000';

const resultsOf = (name: string, file: string): Results => {
  try {
    return readResults(file);
  } catch (error) {
    throw new Failure(EXIT.incomplete, `${name} left no results: ${firstLine(error)}`, error);
  }
};

const ran = async (subject: Extract<Subject, { words: unknown }>, folder: string, suite: Suite, run: Run) => {
  const said: string[] = [];
  const quiet: Terminal = { out: () => {}, err: (text) => void said.push(text), interactive: false };
  const out = join(folder, subject.name.replaceAll(/[^\w.+-]/g, '_'));
  const exit = await run(['run', ...subject.words, '--timeout', TIMEOUT, '--reporter', 'json', '--out', out], quiet);
  if (exit !== EXIT.ok && exit !== EXIT.failed)
    throw new Failure(exit, `${subject.name} did not run: ${said.join('').trim() || `exit ${exit}`}`);
  const results = resultsOf(subject.name, join(out, 'results.json'));
  const unfit = whyUnfit(results, suite);
  if (unfit !== undefined) throw new Failure(EXIT.incomplete, `${subject.name}: ${unfit}`);
  return results;
};

const subjectsOf = (adapters: string): readonly Subject[] => {
  try {
    return subjects(adapters, rootsOf(process.env));
  } catch (error) {
    throw error instanceof NoPyTorch ? new Failure(EXIT.adapter, error.message, error) : error;
  }
};

/**
 * `tconf scoreboard`: runs every adapter of the repository, the reference and every PyTorch that is here, and writes a page of how they fare.
 * If one of them does not run, nothing is written.
 */
export const scoreboardCommand = async (
  { out }: ScoreboardFlags,
  terminal: Terminal,
  run: Run,
  root: string = packageFolder(),
): Promise<Exit> => {
  const adapters = join(root, 'conformance', 'adapters');
  if (!existsSync(join(adapters, 'package.json')))
    throw usage('the scoreboard is of the repository, not of the package');
  expectWritable(dirname(out));
  const fault = install(adapters);
  if (fault !== undefined) throw new Failure(EXIT.adapter, fault);
  const { suite } = chosenCases([], undefined);
  const subjects = subjectsOf(adapters);
  const libraries = subjects.flatMap((subject) =>
    'library' in subject && subject.library !== undefined ? [subject.library] : [],
  );
  const folder = mkdtempSync(join(tmpdir(), 'tconf-scoreboard-'));
  try {
    const entries: Entry[] = [];
    for (const subject of subjects) {
      terminal.err(`${subject.name}\n`);
      if ('absent' in subject) entries.push(subject);
      else {
        const results = await ran(subject, folder, suite, run);
        const others = libraries.filter((name) => name !== subject.library);
        const findings = subject.library === undefined ? [] : findingsOf(root, subject.library, others, results.cases);
        entries.push({ results, findings });
      }
    }
    const date = new Date().toISOString().slice(0, 10);
    writeWhole(dirname(out), [{ name: basename(out), text: page({ suite, cases: suite.cases, date, entries }) }]);
    return EXIT.ok;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
