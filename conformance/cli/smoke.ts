import { readFileSync } from 'node:fs';
import { start } from '../evaluate/index.ts';
import { smoke } from '../smoke/smoke.ts';
import { fileOf, loadAdapter, REFERENCE } from './adapter.ts';
import { EXIT, type Exit, Failure, firstLine, usage } from './failure.ts';
import { smokeText } from './smoke-lines.ts';
import type { Terminal } from './terminal.ts';

export interface SmokeFlags {
  readonly adapter: string;
  /** A process, which smoke cannot look into. */
  readonly command?: string;
  /** Milliseconds that a check may take. */
  readonly timeout?: number;
}

/** The TODOs of `tconf init` that are left in a file. */
const todosIn = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:\/\/|#) TODO (\d)\b/g)].map(([, number]) => number!);

/** `tconf smoke`: whether the adapter does its own part right. Exit 1 if not, 3 if it does not even start. */
export const smokeCommand = async (
  { adapter: name, command, timeout }: SmokeFlags,
  terminal: Terminal,
): Promise<Exit> => {
  if (command !== undefined)
    throw usage(
      `tconf smoke looks at an adapter in JavaScript, and ${JSON.stringify(command)} is a process: use tconf run`,
    );
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
  return checks.some(({ ending }) => ending.status === 'wrong') ? EXIT.failed : EXIT.ok;
};
