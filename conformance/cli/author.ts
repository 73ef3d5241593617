import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installed, NOWHERE, NoPyTorch, newestOf, rootsOf } from '../adapters/pytorch/installed.ts';
import type { Oracle } from '../author/author.ts';
import { type AuthoredFile, authorAgain, authorFile, NotADraft } from '../author/fixture-file.ts';
import { faultLine } from '../load/fault.ts';
import { packageFolder } from '../load/package.ts';
import { readSuite } from '../load/suite.ts';
import { readText } from '../load/text.ts';
import type { Implementation } from '../run/implementation.ts';
import { startProcess } from '../stdio/process.ts';
import { newest, pytorchVersion, release } from '../versions/index.ts';
import { EXIT, type Exit, Failure, firstLine, usage } from './failure.ts';
import { asFailure } from './implementation.ts';
import type { Terminal } from './terminal.ts';

/**
 * `tconf author <files…>`: fills the placeholders of draft fixtures from real PyTorch and gives the files their layout.
 * With `again`, what the cases expect already is asked again, and what PyTorch no longer gives is replaced and told.
 * `command` is the harness; with `--wide` it computes in float64, with `--mpmath` at 50 digits.
 */
export const authorCommand = async (
  files: readonly string[],
  { command = harness(), again = false }: { readonly command?: string; readonly again?: boolean },
  terminal: Terminal,
): Promise<Exit> => {
  const texts = files.map((file) => [file, read(file)] as const);
  const started: Implementation[] = [];
  const ask = async (flag: string) => {
    const implementation = await startProcess(`${command}${flag}`, { timeout: Number.POSITIVE_INFINITY });
    started.push(implementation);
    return implementation;
  };
  try {
    const own = await ask('');
    expectNewest(own);
    const oracle: Oracle = { own: own.run, wide: (await ask(' --wide')).run, precise: (await ask(' --mpmath')).run };
    const source = `pytorch-${/^[\d.]*\d/.exec(pytorchVersion(own) ?? newest)![0]}`;
    let clean = true;
    for (const [file, text] of texts) {
      const made = again ? authorAgain(text, oracle, source) : authorFile(text, oracle);
      clean = report(file, text, await drafted(file, made), again, terminal) && clean;
    }
    return clean ? EXIT.ok : EXIT.usage;
  } catch (error) {
    throw asFailure(error, `the command ${JSON.stringify(command)}`);
  } finally {
    for (const implementation of started) await implementation.close();
  }
};

/** The newest PyTorch that is here. */
const harness = (): string => {
  try {
    const folder = join(packageFolder(), 'conformance', 'adapters', 'pytorch');
    const found = newestOf(installed(folder, rootsOf(process.env)));
    if (found !== undefined) return found.command;
  } catch (error) {
    throw error instanceof NoPyTorch ? new Failure(EXIT.adapter, error.message, error) : error;
  }
  throw new Failure(EXIT.adapter, NOWHERE);
};

/** What a case expects is what the newest PyTorch gives: no other may fill it. */
const expectNewest = (own: Implementation): void => {
  const version = pytorchVersion(own) ?? newest;
  if (release(version) !== release(newest))
    throw usage(`PyTorch ${version} was asked; cases expect what ${newest} gives (.ci/pytorch sid npx tconf author …)`);
};

const read = (file: string): string => {
  try {
    return readText(file);
  } catch (error) {
    throw usage(`${file}: ${firstLine(error)}`, error);
  }
};

const drafted = (file: string, made: Promise<AuthoredFile>): Promise<AuthoredFile> =>
  made.catch((error: unknown) => {
    throw error instanceof NotADraft ? usage(`${file}: ${error.message}`, error) : error;
  });

/** Writes the file. True if it is a whole fixture file afterwards. */
const report = (file: string, text: string, done: AuthoredFile, again: boolean, terminal: Terminal): boolean => {
  if (done.text !== text) replace(file, done.text);
  const made = again ? `${done.remarks.length} moved` : `${done.filled} expectations filled`;
  terminal.out(`${file}: ${done.cases} cases, ${made}\n`);
  for (const remark of done.remarks) terminal.out(`  look at ${remark}\n`);
  for (const fault of done.faults) terminal.out(`  not filled: ${fault}\n`);
  const faults = readSuite(file).faults;
  for (const fault of faults) terminal.out(`  ${faultLine(fault)}\n`);
  return done.faults.length === 0 && faults.length === 0;
};

/** Whole or not at all: a reader never sees half a file. */
const replace = (file: string, text: string): void => {
  const beside = `${file}.${process.pid}.tmp`;
  writeFileSync(beside, text);
  renameSync(beside, file);
};
