import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, CommanderError } from 'commander';
import picocolors from 'picocolors';
import { chosenCases } from '../../../cli/cases.ts';
import { EXIT, type Exit, Failure, firstLine } from '../../../cli/failure.ts';
import { asFailure } from '../../../cli/implementation.ts';
import { fixtures, out, tolerance } from '../../../cli/options.ts';
import { type ReportFlags, startReport } from '../../../cli/report.ts';
import { reportContext } from '../../../cli/report-context.ts';
import type { Terminal } from '../../../cli/terminal.ts';
import { failureLines } from '../../../reporters/failure.ts';
import { counted, grouped, shown } from '../../../reporters/text.ts';
import { startProcess } from '../../../stdio/process.ts';
import { installed, NOWHERE, NoPyTorch, rootsOf } from '../installed.ts';
import { type Checked, checkVersion } from './version.ts';

interface Flags extends Omit<ReportFlags, 'reporter'> {
  readonly command: readonly string[];
  readonly reporter?: string;
  readonly fixtures?: string;
}
type Environment = Readonly<Record<string, string | undefined>>;

const harness = fileURLToPath(new URL('..', import.meta.url));

/** The commands that are given, or else that of this machine's PyTorch; and those of the roots that are given. */
const commandsOf = ({ command }: Flags, env: Environment): readonly string[] => {
  try {
    const found = installed(harness, rootsOf(env), command.length > 0 ? [] : undefined).map((one) => one.command);
    if (command.length + found.length > 0) return [...command, ...found];
  } catch (error) {
    throw error instanceof NoPyTorch ? new Failure(EXIT.adapter, error.message, error) : error;
  }
  throw new Failure(EXIT.adapter, NOWHERE);
};

const lineOf = ({ version, verdicts, passed, later, earlier, failing, untrue }: Checked): string => {
  const wrong = [
    ...(failing.length > 0 ? [`${grouped(failing.length)} failed`] : []),
    ...(untrue.length > 0 ? [`${grouped(untrue.length)} untrue of it`] : []),
  ];
  const counts = [
    `${grouped(passed)} pass`,
    `${grouped(later)} unsupported by since`,
    `${grouped(earlier)} earlier used`,
  ];
  return `PyTorch ${shown(version)}: ${counted(verdicts.length, 'case')}, ${[...counts, ...wrong].join(', ')}\n`;
};

/** Checks one version, writes its report and its failures, and gives what was found. */
const checkOne = async (
  command: string,
  patterns: readonly string[],
  flags: Flags,
  terminal: Terminal,
): Promise<Checked> => {
  const { suite, cases } = chosenCases(patterns, flags.fixtures);
  const what = `the command ${JSON.stringify(command)}`;
  const process = await startProcess(command).catch((error) => {
    throw asFailure(error, what);
  });
  try {
    if (process.name !== 'pytorch')
      throw new Failure(
        EXIT.adapter,
        `${what} is no PyTorch: it calls itself ${JSON.stringify(shown(process.name, 80))}`,
      );
    const words = ['--command', command];
    const to = join(flags.out, shown(process.version ?? 'newest').replaceAll(/[^\w.+-]/g, '_'));
    const report =
      flags.reporter === undefined
        ? undefined
        : startReport({ ...flags, reporter: flags.reporter, out: to }, suite, cases, words, terminal);
    const checked = await checkVersion(cases, suite.cases, process, {
      tier: flags.tolerance,
      ...(report === undefined ? {} : { onVerdict: report.onVerdict }),
    });
    await report?.finish(checked.verdicts, process);
    const context = reportContext(suite, words, new Map());
    const paint = picocolors.createColors(terminal.color === true);
    const byId = new Map(cases.map((one) => [one.id, one]));
    const told = flags.reporter?.split(',').includes('pretty') === true;
    for (const verdict of told ? [] : checked.failing)
      terminal.out(`${failureLines(byId.get(verdict.id)!, verdict, { ...context, paint, width: 120 }).join('\n')}\n\n`);
    for (const line of checked.untrue) terminal.out(`${line}\n`);
    terminal.out(lineOf(checked));
    return checked;
  } catch (error) {
    throw asFailure(error, what);
  } finally {
    await process.close();
  }
};

const check = async (
  patterns: readonly string[],
  flags: Flags,
  env: Environment,
  terminal: Terminal,
): Promise<Exit> => {
  let exit: Exit = EXIT.ok;
  for (const command of commandsOf(flags, env)) {
    const { failing, untrue } = await checkOne(command, patterns, flags, terminal);
    if (failing.length + untrue.length > 0) exit = EXIT.failed;
  }
  return exit;
};

/** `npm run check:pytorch`: every case on every PyTorch that is found or given, one line for each; exits as `tconf` does. */
export const checkCommand = async (argv: readonly string[], env: Environment, terminal: Terminal): Promise<Exit> => {
  let ending: Promise<Exit> = Promise.resolve(EXIT.ok);
  const command = new Command('npm run check:pytorch --')
    .description('Every case on every PyTorch that is found here, or given by --command or PYTORCH=<root>,<root>.')
    .argument('[patterns...]', 'ids, topics, groups, files or globs; none is all')
    .option(
      '--command <command>',
      'a PyTorch harness; may be repeated',
      (one: string, all: string[]) => [...all, one],
      [],
    )
    .option('--reporter <names>', 'reports of each version, as of tconf run; their files go to a folder of its own')
    .addOption(out())
    .addOption(fixtures())
    .addOption(tolerance())
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .exitOverride()
    .action((patterns: string[], flags: Flags) => {
      ending = check(patterns, flags, env, terminal);
    });
  try {
    await command.parseAsync(argv, { from: 'user' });
    return await ending;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    const known = error instanceof Failure;
    terminal.err(`check:pytorch: ${known ? error.message : `internal error: ${firstLine(error)}`}\n`);
    return known ? error.exit : EXIT.incomplete;
  }
};
