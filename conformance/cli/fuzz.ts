import { join } from 'node:path';
import picomatch from 'picomatch';
import type { Case } from '../case.ts';
import type { Sides } from '../fuzz/compare.ts';
import { fixtureOf, kebab } from '../fuzz/fixture.ts';
import { type Fuzzed, fuzz } from '../fuzz/fuzz.ts';
import { completed } from '../fuzz/said.ts';
import { findingLines } from '../fuzz/tell.ts';
import { check, type LawResult } from '../laws/check.ts';
import { laws } from '../laws/index.ts';
import type { Law } from '../laws/law.ts';
import { suggestion } from '../load/nearest.ts';
import { shown } from '../reporters/text.ts';
import type { Verdict } from '../verdict.ts';
import { EXIT, type Exit, usage } from './failure.ts';
import { parseSeed, parseTime } from './fuzz-values.ts';
import { asFailure, type ImplementationFlags, startImplementation } from './implementation.ts';
import { expectWritable, writeWhole } from './out-folder.ts';
import { paintOf } from './paint.ts';
import { shellWord } from './telling.ts';
import type { Terminal } from './terminal.ts';

export interface FuzzFlags extends ImplementationFlags {
  readonly against: string;
  readonly againstCommand?: string;
  /** Only the laws of this id or glob, and no programs. */
  readonly law?: string;
  readonly runs?: number;
  readonly seed?: string;
  readonly time?: string;
  readonly out: string;
}

const RUNS = 1000;
/** Of each law, unless it was asked for alone: the programs are what takes the time. */
const LAW_RUNS = 100;

const chosenLaws = (pattern: string | undefined): readonly Law[] => {
  if (pattern === undefined) return laws;
  const matches = picomatch(pattern);
  const chosen = laws.filter(({ id }) => id === pattern || matches(id));
  if (chosen.length > 0) return chosen;
  throw usage(
    `no law ${JSON.stringify(pattern)}; expected an id such as ${laws[0]!.id}, or a glob${suggestion(
      pattern,
      laws.map(({ id }) => id),
    )}`,
  );
};

/** One line that is written over and over on a terminal. */
const progressOn = ({ interactive, out }: Terminal): ((text: string) => void) =>
  interactive ? (text) => out(`\r\u001b[2K${text}`) : () => {};

interface Totals {
  readonly laws: readonly LawResult[];
  /** Laws for which there was no time. */
  readonly unreached: number;
  readonly programs: Fuzzed | undefined;
}

const lawText = ({ laws: results, unreached }: Totals): string => {
  const count = (status: LawResult['status']): number => results.filter((one) => one.status === status).length;
  const left = unreached > 0 ? `, ${unreached} not reached in time` : '';
  const all = results.length + unreached;
  return `${all} law${all === 1 ? '' : 's'}: ${count('holds')} hold, ${count('broken')} broken, ${count('not-applicable')} not applicable${left}`;
};

const programText = ({ ran, agreed, raised, skipped, findings }: Fuzzed): string[] => {
  const differ = findings.reduce((sum, { count }) => sum + count, 0);
  const left = [...skipped].sort(([, a], [, b]) => b - a);
  const unsaid = left.reduce((sum, [, count]) => sum + count, 0);
  return [
    `${ran} programs: ${agreed} agree (${raised} of them in what they refuse), ${differ} differ by ${findings.length} cause${findings.length === 1 ? '' : 's'}, ${unsaid} not compared`,
    ...left.map(([why, count]) => `  ${String(count).padStart(6)}  ${shown(why, 200)}`),
  ];
};

/** The words that name the tested side again. */
const testedWords = ({ adapter, command }: FuzzFlags): string =>
  command === undefined
    ? adapter === 'reference'
      ? ''
      : ` --adapter ${shellWord(adapter)}`
    : ` --command ${shellWord(command)}`;

/** Writes findings as they are told, each under a name of its own. */
const recorder = (flags: FuzzFlags, sides: Sides, terminal: Terminal) => {
  const taken = new Map<string, number>();
  let found = 0;
  return {
    found: () => found,
    tell: async (
      op: string,
      reason: string,
      title: string,
      one: Case,
      verdict: Verdict,
      count: number,
    ): Promise<void> => {
      found++;
      const head = `${op}  ${reason}${count > 1 ? `  (${count} programs)` : ''}`;
      const whole = await completed(one, sides.against);
      if (whole === undefined) {
        terminal.out(
          `FINDING  ${head}\n  ${verdict.message ?? reason}; no fixture: ${sides.against.name} cannot run it\n\n`,
        );
        return;
      }
      const base = kebab(`${op} ${reason}`);
      const again = (taken.get(base) ?? 0) + 1;
      taken.set(base, again);
      const name = again === 1 ? base : `${base}-${again}`;
      const fixture = await fixtureOf(whole, { name, title, op }, sides);
      writeWhole(flags.out, [{ name: `${name}.json`, text: fixture.text }]);
      const file = join(flags.out, `${name}.json`);
      const rerun = `npx tconf run --fixtures ${shellWord(file)}${testedWords(flags)}`;
      for (const line of findingLines({ head, case: fixture.case, verdict, file, rerun }, paintOf(terminal)))
        terminal.out(`${line}\n`);
    },
  };
};

const runOn = async (flags: FuzzFlags, sides: Sides, seed: number, terminal: Terminal): Promise<Exit> => {
  const end = flags.time === undefined ? Number.POSITIVE_INFINITY : performance.now() + parseTime(flags.time);
  const expired = (): boolean => performance.now() >= end;
  const runs = flags.runs ?? (flags.time === undefined ? RUNS : Number.MAX_SAFE_INTEGER);
  const progress = progressOn(terminal);
  const { tell, found } = recorder(flags, sides, terminal);
  const chosen = chosenLaws(flags.law);
  const results: LawResult[] = [];
  for (const [i, law] of chosen.entries()) {
    if (expired()) break;
    // Laws that were asked for share the time; otherwise what they leave is for programs.
    const left = end - performance.now();
    const until = performance.now() + (flags.law === undefined ? left : left / (chosen.length - i));
    progress(`law ${results.length + 1}/${chosen.length}  ${law.id}`);
    const result = await check(law, sides.tested, {
      seed,
      runs: flags.law === undefined ? Math.min(runs, LAW_RUNS) : Math.min(runs, RUNS * 1000),
      expired: () => performance.now() >= until,
    });
    results.push(result);
    progress('');
    if (result.status === 'not-applicable')
      terminal.out(`not applicable  ${law.id}: lacks ${shown(result.lacks, 200)}\n`);
    if (result.status !== 'broken') continue;
    const reason = result.verdict.reason ?? result.verdict.verdict;
    await tell(law.id, reason, law.title, result.counterexample, result.verdict, 1);
  }
  let programs: Fuzzed | undefined;
  if (flags.law === undefined && !expired()) {
    const onProgress = (ran: number, findings: number): void =>
      progress(`${ran}${runs === Number.MAX_SAFE_INTEGER ? '' : `/${runs}`} programs, ${findings} findings`);
    programs = await fuzz(sides, { seed, runs, expired, onProgress });
    progress('');
    for (const { cause, count, difference } of programs.findings)
      await tell(cause.op, cause.reason, titleOf(cause.op, sides), difference.case, difference.verdict, count);
  }
  terminal.out(`${lawText({ laws: results, unreached: chosen.length - results.length, programs })}\n`);
  if (programs !== undefined) for (const line of programText(programs)) terminal.out(`${line}\n`);
  terminal.out(`seed ${seed}\n`);
  return found() > 0 ? EXIT.failed : EXIT.ok;
};

const titleOf = (op: string, { against }: Sides): string => `${op} gives what it gives in ${against.name}`;

/** `tconf fuzz`: the laws, then random programs held to what the other side says of them. */
export const fuzzCommand = async (flags: FuzzFlags, terminal: Terminal): Promise<Exit> => {
  const seed = flags.seed === undefined ? freshSeed() : parseSeed(flags.seed);
  if (flags.time !== undefined) parseTime(flags.time);
  chosenLaws(flags.law);
  expectWritable(flags.out);
  const tested = await startSide(
    flags,
    flags.command === undefined ? `the adapter ${flags.adapter}` : `the command ${JSON.stringify(flags.command)}`,
  );
  try {
    const other: ImplementationFlags = {
      adapter: flags.against,
      ...(flags.againstCommand !== undefined && { command: flags.againstCommand }),
      ...(flags.timeout !== undefined && { timeout: flags.timeout }),
    };
    const against = await startSide(other, `the other side ${JSON.stringify(flags.againstCommand ?? flags.against)}`);
    try {
      terminal.out(`${tested.name} against ${against.name}, seed ${seed}\n\n`);
      return await runOn(flags, { tested, against }, seed, terminal);
    } catch (error) {
      throw asFailure(error, `${tested.name} against ${against.name}`);
    } finally {
      await against.close();
    }
  } finally {
    await tested.close();
  }
};

const startSide = async (flags: ImplementationFlags, what: string) => {
  try {
    return await startImplementation({ ...flags, ahead: AHEAD });
  } catch (error) {
    throw asFailure(error, what);
  }
};

/** Cases that a process is sent ahead of its answers. */
const AHEAD = 64;

const freshSeed = (): number => Math.floor(Math.random() * 2 ** 31);
