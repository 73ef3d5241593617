import { Command, CommanderError, Option } from 'commander';
import { packageVersion } from '../load/package.ts';
import { plain } from '../reporters/text.ts';
import { EXIT, type Exit, Failure, firstLine } from './failure.ts';
import {
  config,
  count,
  fixtures,
  inspect,
  jobs,
  known,
  noKnown,
  out,
  process,
  recycle,
  reporter,
  timeout,
  tolerance,
} from './options.ts';
import type { Terminal } from './terminal.ts';

/** Commands load what they need when they are called, so that `--help` costs next to nothing. */
type Action = () => Promise<Exit>;

const PATTERNS = 'ids, topics (ops/sum), groups (note), files or globs; none is all';

export const build = (terminal: Terminal, start: (action: Action) => void): Command => {
  const program = new Command('tconf')
    .description('The executable specification of PyTorch-style tensors and autograd.')
    .version(packageVersion(), '-V, --version', 'tell the version of the suite and of this command')
    .option('--verbose', 'show the stack of what went wrong')
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .exitOverride()
    .showHelpAfterError('(tconf --help lists the commands)')
    .hook('preAction', async (_, command) => (await import('./config.ts')).configure(command));
  const command = (usage: string, description: string) =>
    program.command(usage).description(description).option('--verbose', 'show the stack of what went wrong');

  command('run', 'run the suite on a library and report')
    .argument('[patterns...]', PATTERNS)
    .option('--adapter <name|file>', 'the library to test', 'reference')
    .addOption(process())
    .addOption(fixtures())
    .addOption(tolerance())
    .addOption(reporter())
    .addOption(out())
    .addOption(config())
    .addOption(jobs())
    .addOption(timeout())
    .addOption(recycle())
    .addOption(inspect())
    .addOption(known())
    .addOption(noKnown())
    .option('--update-known', 'rewrite the known failures: drop what passes, add what fails')
    .option('--shard <i/n>', 'run the i-th of n parts of the cases, for tconf merge')
    .option('--fail-fast', 'end the run at the first case that fails; what has ended is reported')
    .addOption(new Option('--repeat <n>', 'run each case n times, to find flakes').argParser(count))
    .action((patterns: string[], options) =>
      start(async () => (await import('./run.ts')).runCommand(patterns, options, terminal)),
    );
  command('init [folder]', 'write an adapter to complete, a configuration, known failures and a workflow')
    .addOption(
      new Option('--autograd <form>', 'how the library differentiates').choices(['tape', 'functional', 'none']),
    )
    .addOption(
      new Option('--stdio', 'write a process in Python, for a library in another language').conflicts('autograd'),
    )
    .action((folder: string | undefined, options) =>
      start(async () => (await import('./init.ts')).initCommand(folder ?? '.', options, terminal)),
    );
  command('smoke', 'tell whether the adapter or the process is right, before anybody blames the library')
    .option('--adapter <file>', 'the adapter to check', 'reference')
    .addOption(process())
    .addOption(timeout())
    .addOption(config())
    .action((options) => start(async () => (await import('./smoke.ts')).smokeCommand(options, terminal)));
  command('fuzz', 'look for inputs on which a library breaks a law, or differs from another')
    .option('--adapter <name|file>', 'the library to test', 'reference')
    .addOption(process())
    .option('--against <name|file>', 'the library whose word counts', 'reference')
    .addOption(
      new Option('--against-command <command>', 'a process whose word counts, such as real PyTorch').conflicts(
        'against',
      ),
    )
    .option('--law <id>', 'only the laws of this id or glob, and no programs')
    .addOption(
      new Option('--runs <n>', 'how many programs, or trials of each chosen law (default: 1000)').argParser(count),
    )
    .option('--seed <n>', 'the seed of all that is drawn (default: a fresh one)')
    .option('--time <time>', 'go on for so long instead, such as 60s')
    .option('--out <folder>', 'where findings are written as fixtures', 'fuzz-findings')
    .addOption(config())
    .addOption(jobs())
    .addOption(timeout())
    .addOption(inspect())
    .action((options) => start(async () => (await import('./fuzz.ts')).fuzzCommand(options, terminal)));
  command('list [patterns...]', 'list cases with their titles')
    .option('--search <words>', 'only those in whose id, title, clauses or ops all of these words occur')
    .option(
      '--counts',
      'a line for each op instead: how many cases are written for it, and how many derived from its page',
    )
    .addOption(fixtures())
    .action((patterns: string[], options) =>
      start(async () => (await import('./list.ts')).listCommand(patterns, options, terminal)),
    );
  command('show <id>', 'show a case as Python and as TypeScript; the last part of its id will do')
    .addOption(fixtures())
    .action((id: string, options) => start(async () => (await import('./show.ts')).showCommand(id, options, terminal)));
  command('explain <clause>', 'show a clause of the spec and the cases that cite it')
    .addOption(fixtures())
    .action((clause: string, options) =>
      start(async () => (await import('./explain.ts')).explainCommand(clause, options, terminal)),
    );
  command('lint [paths...]', 'check fixtures and spec; with paths, only those files, of the suite or your own')
    .addOption(fixtures())
    .action((paths: string[], options) =>
      start(async () => (await import('./lint.ts')).lintCommand(paths, options, terminal)),
    );
  command('requests [patterns...]', 'write the requests of a run as JSON lines, for a process elsewhere')
    .addOption(fixtures())
    .action((patterns: string[], options) =>
      start(async () => (await import('./requests.ts')).requestsCommand(patterns, options, terminal)),
    );
  command('judge <responses>', 'judge the answers to the requests, a file of JSON lines, and report')
    .argument('[patterns...]', PATTERNS)
    .addOption(fixtures())
    .addOption(tolerance())
    .addOption(reporter())
    .addOption(known())
    .addOption(noKnown())
    .addOption(out())
    .action((responses: string, patterns: string[], options) =>
      start(async () => (await import('./judge.ts')).judgeCommand(responses, patterns, options, terminal)),
    );
  command('merge <results...>', 'merge the results.json of all shards of a run, and report')
    .addOption(fixtures())
    .addOption(reporter().default('pretty,json'))
    .addOption(out())
    .addOption(known())
    .addOption(noKnown())
    .action((files: string[], options) =>
      start(async () => (await import('./merge.ts')).mergeCommand(files, options, terminal)),
    );
  command('diff <old> <new>', 'compare two results.json; fails if the new one is worse').action(
    (before: string, after: string) =>
      start(async () => (await import('./diff.ts')).diffCommand(before, after, terminal)),
  );
  command('author <files...>', 'fill the placeholders of draft fixtures from real PyTorch')
    .option(
      '--command <command>',
      'the harness of the newest PyTorch (default: that of the PyTorch that is found here)',
    )
    .option('--again', 'ask again for what is filled already, and replace what PyTorch no longer gives')
    .action((files: string[], options) =>
      start(async () => (await import('./author.ts')).authorCommand(files, options, terminal)),
    );
  command('scoreboard', 'run all adapters of this repository and PyTorch, and write how they fare')
    .option('--out <file>', 'the page', 'SCOREBOARD.md')
    .action((options) =>
      start(async () => (await import('./scoreboard.ts')).scoreboardCommand(options, terminal, main)),
    );
  return program;
};

/** What commander says of a wrong call exits 2, what it says of itself (help) exits 0. */
const exitOf = (error: unknown, verbose: boolean, terminal: Terminal): Exit => {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  const known = error instanceof Failure;
  const said = known ? error.message : `internal error: ${firstLine(error)}`;
  // A message may quote a library, or the name of a file: it is shown, and not obeyed.
  terminal.err(`tconf: ${said.split('\n').map(plain).join('\n')}\n`);
  if (verbose && error instanceof Error) {
    // A library that a worker could not load has its stack from there, and not as an Error.
    const { stack } = (error.cause as Partial<Error> | undefined)?.stack === undefined ? error : (error.cause as Error);
    terminal.err(`${stack ?? error.message}\n`);
  }
  return known ? error.exit : EXIT.incomplete;
};

/** Runs one command line (without `node` and the script) and gives how the process ends. */
export const main = async (argv: readonly string[], terminal: Terminal): Promise<Exit> => {
  let action: Action | undefined;
  const program = build(terminal, (chosen) => {
    action = chosen;
  });
  try {
    if (argv.length === 0) program.outputHelp();
    else await program.parseAsync([...argv], { from: 'user' });
    return (await action?.()) ?? EXIT.ok;
  } catch (error) {
    return exitOf(error, argv.includes('--verbose'), terminal);
  }
};
