import { existsSync, readFileSync } from 'node:fs';
import { start } from '../evaluate/index.ts';
import { smokeProcess } from '../smoke/process.ts';
import { type Checked, smoke } from '../smoke/smoke.ts';
import { fileOf, loadAdapter, REFERENCE } from './adapter.ts';
import { EXIT, type Exit, Failure, firstLine } from './failure.ts';
import { asFailure, startImplementation } from './implementation.ts';
import { smokeText } from './smoke-lines.ts';
import type { Terminal } from './terminal.ts';

export interface SmokeFlags {
  readonly adapter: string;
  /** A process in the place of an adapter. */
  readonly command?: string;
  /** Milliseconds that a check may take. */
  readonly timeout?: number;
}

/** The TODOs of `tconf init` that are left in a file. */
const todosIn = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:\/\/|#) TODO (\d)\b/g)].map(([, number]) => number!);

const exitOf = (checks: readonly Checked[]): Exit =>
  checks.some(({ ending }) => ending.status === 'wrong') ? EXIT.failed : EXIT.ok;

const smokeCommandLine = async (command: string, flags: SmokeFlags, terminal: Terminal): Promise<Exit> => {
  try {
    const implementation = await startImplementation(flags);
    try {
      const checks = await smokeProcess(implementation);
      const files = command.split(' ').filter((word) => word.endsWith('.py') && existsSync(word));
      const who = [implementation.name, implementation.version ?? ''].join(' ');
      terminal.out(smokeText(who, checks, terminal, { what: 'process', todos: files.flatMap(todosIn) }));
      return exitOf(checks);
    } finally {
      await implementation.close();
    }
  } catch (error) {
    throw asFailure(error, `the command ${JSON.stringify(command)}`);
  }
};

/** `tconf smoke`: whether the adapter, or the process, does its own part right. Exit 1 if not, 3 if it does not even start. */
export const smokeCommand = async (flags: SmokeFlags, terminal: Terminal): Promise<Exit> => {
  const { adapter: name, command, timeout } = flags;
  if (command !== undefined) return smokeCommandLine(command, flags, terminal);
  const adapter = await loadAdapter(name);
  try {
    await start(adapter);
  } catch (error) {
    throw new Failure(EXIT.adapter, `the adapter ${name} does not start: ${firstLine(error)}`, error);
  }
  const file = name === REFERENCE ? undefined : fileOf(name);
  const checks = await smoke(adapter as never, timeout, file);
  const todos = file === undefined ? [] : todosIn(file);
  const who = [adapter.name, adapter.version ?? ''].join(' ');
  terminal.out(smokeText(who, checks, terminal, { what: 'adapter', todos }));
  return exitOf(checks);
};
