import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import {
  type KnownFault,
  type KnownText,
  type Listing,
  listing,
  parseKnown,
  settleFloors,
  settleKnown,
  updateKnown,
} from '../known/index.ts';
import { bundledFixtures, readSuite, type Suite, shortPath } from '../load/suite.ts';
import type { Verdict } from '../values/verdict.ts';
import { fileOf, REFERENCE } from './adapter.ts';
import { EXIT, Failure, firstLine, usage } from './failure.ts';
import { expectWritable, writeWhole } from './out-folder.ts';

export interface KnownFlags {
  /** The file; false if there is to be none. */
  readonly known?: string | false;
  readonly updateKnown?: boolean;
  readonly adapter?: string;
  readonly command?: string;
  readonly fixtures?: string;
  /** The options that the configuration sets. */
  readonly configured?: ReadonlySet<string>;
}

/** What is known of a library's failures, as a run uses it. */
export interface KnownFailures {
  /** The verdict in the light of the line that lists its case, if one does. */
  readonly settle: (verdict: Verdict) => Verdict;
  /** Settled verdicts of a run, held to how many cases of each topic are to run. */
  readonly settleFloors: (verdicts: readonly Verdict[]) => readonly Verdict[];
  /** All verdicts of a run, each settled, and held to how many cases of its topic are to run. */
  readonly settleAll: (verdicts: readonly Verdict[]) => readonly Verdict[];
  /** What the file does not say yet and had better say. */
  readonly advice?: string;
  /** With `--update-known`: rewrites the file by the verdicts of a whole run, and settles them by what it says then. */
  readonly update?: (verdicts: readonly Verdict[]) => { readonly verdicts: readonly Verdict[]; readonly said: string };
}

/** What every adapter may have beside it. */
const BESIDE = 'known-failures.txt';

/** The file beside the adapter, whether or not it exists. The reference and a process have none. */
const fileBeside = ({ adapter, command }: KnownFlags): string | undefined =>
  command !== undefined || adapter === undefined || adapter === REFERENCE
    ? undefined
    : join(dirname(fileOf(adapter)), BESIDE);

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw usage(`cannot read the known failures ${shortPath(file)}: ${firstLine(error)}`, error);
  }
};

const refuse = (file: string, faults: readonly KnownFault[]): void => {
  const lines = faults.map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`);
  if (lines.length === 1) throw usage(lines[0]!);
  if (lines.length > 1) throw usage(`${file} has ${lines.length} faults; nothing was run\n  ${lines.join('\n  ')}`);
};

const none: KnownFailures = {
  settle: (verdict) => verdict,
  settleFloors: (verdicts) => verdicts,
  settleAll: (verdicts) => verdicts,
};

/**
 * Whether a line is a fault that matches nothing. `elsewhere`: not if it lists a case of the bundled suite, of which these are
 * not the fixtures.
 */
type Staleness = 'refused' | 'elsewhere' | 'allowed';

/** What stands beside an adapter, or in a configuration without fixtures of its own, is about the bundled suite. */
const staleness = ({ known, fixtures, configured }: KnownFlags): Staleness => {
  if (fixtures === undefined) return 'refused';
  const together = known !== undefined && (!configured?.has('known') || configured.has('fixtures'));
  return together ? 'elsewhere' : 'allowed';
};

interface OpenOptions {
  readonly stale: Staleness;
  readonly updates: boolean;
}

const staleLines = (known: KnownText, { stale }: Listing, mode: Staleness): readonly KnownFault[] => {
  if (mode === 'refused' || stale.length === 0) return stale;
  if (mode === 'allowed') return [];
  const nowhere = new Set(listing(known, readSuite(bundledFixtures()).suite.cases).stale.map(({ line }) => line));
  return stale.filter(({ line }) => nowhere.has(line));
};

const open = (file: string, suite: Suite, { stale: mode, updates }: OpenOptions): KnownFailures => {
  const short = shortPath(file);
  const settleBy = (text: string, stale: Staleness) => {
    const known = parseKnown(text);
    refuse(short, known.faults);
    const list = listing(known, suite.cases);
    refuse(
      short,
      [...list.faults, ...staleLines(known, list, stale)].sort((a, b) => a.line - b.line),
    );
    const settle = (verdict: Verdict): Verdict => {
      const line = list.byId.get(verdict.id);
      return line === undefined ? verdict : settleKnown(verdict, line, short);
    };
    const held: KnownFailures['settleFloors'] = (verdicts) => settleFloors(list.floors, suite.cases, verdicts, short);
    const all = { settle, settleFloors: held, settleAll: (verdicts: readonly Verdict[]) => held(verdicts.map(settle)) };
    return { known, list, all };
  };
  const { known, list, all } = settleBy(existsSync(file) ? read(file) : '', mode);
  if (!updates) {
    const advice = `${short} does not say which cases run: --update-known writes it down, and what disappears fails from then on`;
    return { ...all, ...(list.floors.length === 0 ? { advice } : {}) };
  }
  return {
    ...all,
    update: (verdicts) => {
      if (verdicts.length !== suite.cases.length)
        throw new Failure(EXIT.incomplete, `${short} is as it was: only a part of the suite has a verdict`);
      const { text, added, dropped, changed, kept } = updateKnown(known, list, verdicts);
      writeWhole(dirname(file), [{ name: basename(file), text }]);
      const said = `${short}: ${added} added, ${dropped} dropped, ${changed} changed, ${kept} kept\n`;
      return { verdicts: settleBy(text, 'refused').all.settleAll(verdicts), said };
    },
  };
};

/**
 * The known failures of a run: those of `--known`, or those beside the adapter, if they exist. `partial` says why the run
 * is not one of the whole suite, in which case they cannot be updated. Whatever is wrong with the file is a wrong call.
 */
export const knownFailures = (flags: KnownFlags, suite: Suite, partial?: string): KnownFailures => {
  const { known, updateKnown: updates = false } = flags;
  if (updates && partial !== undefined) throw usage(`--update-known needs a whole run, and ${partial}`);
  if (known === false) {
    if (updates) throw usage('--update-known needs a file, and --no-known says that there is none');
    return none;
  }
  if (updates && staleness(flags) === 'allowed')
    throw usage('--update-known needs --known <file>, because --fixtures is another suite');
  const file = known ?? fileBeside(flags);
  if (file === undefined) {
    if (updates) throw usage('--update-known needs --known <file>');
    return none;
  }
  if (!updates && !existsSync(file)) {
    if (known === undefined) return none;
    throw usage(`no file ${known}; expected known failures (--update-known begins one)`);
  }
  if (updates) expectWritable(dirname(file));
  return open(file, suite, { stale: updates ? 'allowed' : staleness(flags), updates });
};
