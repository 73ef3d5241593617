import picomatch from 'picomatch';
import { pytorchCorners } from '../adapters/pytorch/corners/index.ts';
import type { Corner } from '../fuzz/excuse/corner.ts';
import { corners } from '../fuzz/excuse/corners.ts';
import { type Fuzzed, fuzz } from '../fuzz/fuzz.ts';
import type { Sides } from '../fuzz/hold/compare.ts';
import { check, type LawResult } from '../laws/check.ts';
import { laws } from '../laws/index.ts';
import type { Law } from '../laws/law.ts';
import { suggestion } from '../load/nearest.ts';
import { shown } from '../reporters/text.ts';
import { EXIT, type Exit, usage } from './failure.ts';
import { recorder } from './fuzz-recorder.ts';
import { totalLines } from './fuzz-totals.ts';
import { parseSeed, parseTime } from './fuzz-values.ts';
import { asFailure, type ImplementationFlags, startImplementation } from './implementation.ts';
import { expectWritable } from './out-folder.ts';
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

const runOn = async (flags: FuzzFlags, sides: Sides, seed: number, terminal: Terminal): Promise<Exit> => {
  const end = flags.time === undefined ? Number.POSITIVE_INFINITY : performance.now() + parseTime(flags.time);
  const expired = (): boolean => performance.now() >= end;
  const runs = flags.runs ?? (flags.time === undefined ? RUNS : Number.MAX_SAFE_INTEGER);
  const progress = progressOn(terminal);
  const record = recorder(flags, sides, seed, terminal);
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
    if (result.status === 'broken') await record.law(result);
  }
  let programs: Fuzzed | undefined;
  if (flags.law === undefined && !expired()) {
    const onProgress = (ran: number, findings: number): void =>
      progress(`${ran}${runs === Number.MAX_SAFE_INTEGER ? '' : `/${runs}`} programs, ${findings} findings`);
    programs = await fuzz(sides, { seed, runs, expired, onProgress });
    progress('');
    for (const finding of programs.findings) await record.program(finding, programs.ran);
  }
  for (const line of totalLines({ laws: results, unreached: chosen.length - results.length, programs }))
    terminal.out(`${line}\n`);
  terminal.out(`seed ${seed}\n`);
  if (record.found() > 0) return EXIT.failed;
  if (results.some(({ status }) => status === 'holds') || (programs?.agreed ?? 0) > 0) return EXIT.ok;
  terminal.err('nothing was compared, which says nothing of the library\n');
  return EXIT.incomplete;
};

/** What the spec leaves open, and what PyTorch does otherwise, of whatever version. */
const allCorners: readonly Corner[] = [...corners, ...pytorchCorners];

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
      terminal.out(`${shown(tested.name, 80)} against ${shown(against.name, 80)}, seed ${seed}\n\n`);
      return await runOn(flags, { tested, against, corners: allCorners }, seed, terminal);
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
